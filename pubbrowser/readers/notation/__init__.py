"""JSON, YAML and XML as entries with the lines on which they start, whatever they stand for."""
