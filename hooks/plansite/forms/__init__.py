"""Yearly figures by spreadsheet: what a body is asked for, the form, and the way back to the sources.

    form ─ layout ─→ sheet (.xlsx) ┐                        ┌→ rows ─→ writing (plans/)
                 └─→ tabular (.csv) ┴→ reading ─→ answers ──┴→ difference (what changes)

A form is asked of one body in one jurisdiction. Every cell that is not for filling in is locked and
listed on a hidden sheet, so that the way back can name the cell that was changed.
"""
