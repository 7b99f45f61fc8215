extension StringProtocol {
    /// The text without the given characters at either end.
    @inlinable package func trimmed(of characters: String) -> SubSequence {
        var rest = self[...]
        while let first = rest.first, characters.contains(first) { rest.removeFirst() }
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return rest
    }

    /// The text without white space at either end.
    @inlinable package func trimmedWhitespace() -> SubSequence {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
