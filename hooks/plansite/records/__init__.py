"""The form of every source file, as pydantic models: one class an entry, explained field by field."""
