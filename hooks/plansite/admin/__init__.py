"""The optional form in the browser: its configuration, made from the records and the sources."""
