"""Registers and sheets become records and links: profiles, two passes, chunks, undo.

`runs.run` brings a file in, `undo.undo` takes it back, `batches` lists what was brought in. The first pass (`look`)
reads the whole file with a `profile` and rejects what cannot be read; the second writes `chunks` (planned there,
written by `writing`), each an own transaction that also remembers how far the import is.
"""
