import Report

/// Writes a report as text in a command's own way.
typealias TextRenderer = @Sendable (Report, TextStyle) -> String
