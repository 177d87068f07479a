"""The benchmark: made-up roots, measured commands, and stock Material beside them."""
