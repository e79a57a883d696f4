"""From text files to documents: one module per input format, and the registry of them."""
