"""Reading source files: text, strict YAML, CSV and prose, each value with its line."""
