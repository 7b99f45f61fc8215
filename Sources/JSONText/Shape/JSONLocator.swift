/// Finds the place of a value in the text it was read from.
public enum JSONLocator {
    /// Where the value, or the name, at the end of the path begins; nil if the text is no JSON or has no such value.
    ///
    /// The text is read once more up to that place: values carry no positions, so that they stay small.
    public static func position(
        of path: JSONPath, at place: JSONShapeError.Place = .value, in source: [UInt8]
    ) -> JSONPosition? {
        // The text has been read already, by whatever rule.
        var reader = JSONReader(
            options: JSONReaderOptions(
                maximumDepth: JSONReaderOptions.deepestNesting, repeatedNames: .lastCounts))
        let span = source.span
        do throws(ReaderFailure) {
            guard let offset = try reader.offset(of: path.steps[...], at: place, span) else { return nil }
            return JSONPosition(offset: offset, in: span)
        } catch {
            return nil
        }
    }

    /// Where the error is; nil if the text is not the one it came from.
    public static func position(of error: JSONShapeError, in source: [UInt8]) -> JSONPosition? {
        position(of: error.path, at: error.place, in: source)
    }
}

extension JSONReader {
    /// The offset of the value or name that the steps lead to from the value at the current place.
    fileprivate mutating func offset(
        of steps: ArraySlice<JSONPath.Step>, at place: JSONShapeError.Place, _ source: borrowing Span<UInt8>
    ) throws(ReaderFailure) -> Int? {
        var steps = steps
        skipSpace(source)
        var nameOffset = offset
        while let step = steps.popFirst() {
            let found =
                switch step {
                case .name(let name): try enterMember(name, source)
                case .index(let index): try enterElement(index, source) ? offset : nil
                }
            guard let found else { return nil }
            nameOffset = found
        }
        return place == .name ? nameOffset : offset
    }

    /// Moves to the value of the named member and returns where its name begins.
    private mutating func enterMember(_ name: String, _ source: borrowing Span<UInt8>) throws(ReaderFailure) -> Int? {
        guard take(UInt8(ascii: "{"), source) else { return nil }
        while offset < source.count, source[offset] == UInt8(ascii: "\"") {
            let start = offset
            if try readName(source, expecting: .name).hasSameScalars(as: name) { return start }
            _ = try readValue(source, expecting: .value)
            skipSpace(source)
            guard take(UInt8(ascii: ","), source) else { return nil }
        }
        return nil
    }

    /// Moves to the element at that place.
    private mutating func enterElement(_ index: Int, _ source: borrowing Span<UInt8>) throws(ReaderFailure) -> Bool {
        guard take(UInt8(ascii: "["), source) else { return false }
        for _ in 0..<index {
            _ = try readValue(source, expecting: .value)
            skipSpace(source)
            guard take(UInt8(ascii: ","), source) else { return false }
        }
        return offset < source.count && source[offset] != UInt8(ascii: "]")
    }

    private mutating func take(_ byte: UInt8, _ source: borrowing Span<UInt8>) -> Bool {
        guard offset < source.count, source[offset] == byte else { return false }
        offset &+= 1
        skipSpace(source)
        return true
    }
}
