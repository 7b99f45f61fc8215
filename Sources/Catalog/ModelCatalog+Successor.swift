package import WireText

extension ModelCatalog {
    /// The model to move to from one that is past its end: the one that its row names, while that lives and AWS's documents or answers have it; else the
    /// newest of the family that they have.
    package func successor(of old: ModelEntry, on day: CalendarDay?) -> String? {
        if let named = old.successor, let entry = entry(for: named), entry.authority != .unofficial,
            day.map({ entry.lifecycle(on: $0) != .retired }) ?? true
        {
            return named
        }
        return day.flatMap { current(like: old, on: $0) }
    }
}
