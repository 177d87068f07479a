"""What differs between two states of the sources, and what the history of the sources tells.

`tree` fetches a state, `snapshot` loads it, `compare` finds the changes, `report` writes them down.
"""
