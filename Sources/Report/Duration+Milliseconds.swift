extension Duration {
    /// The whole duration in milliseconds, as a report writes it.
    package var milliseconds: Double { Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15 }
}
