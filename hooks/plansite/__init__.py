"""Government plans as sources: load, check, assess and render them. Nothing here knows MkDocs."""
