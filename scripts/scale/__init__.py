"""Made-up plans of realistic size, for trials of scale."""
