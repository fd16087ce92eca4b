"""The waiting room: decisions that initiatives wait for, of three kinds that are never mixed in one figure."""
