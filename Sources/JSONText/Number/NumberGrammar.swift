import WireText

/// The grammar of a number: RFC 8259 section 6.
enum NumberGrammar {
    /// Where a number that begins at `start` ends, or where and why it is none.
    static func end(in source: borrowing Span<UInt8>, from start: Int) -> Result<Int, Fault> {
        let count = source.count
        var place = start
        if place < count, source[place] == UInt8(ascii: "-") { place &+= 1 }
        let whole = place
        place = afterDigits(in: source, from: place)
        guard place > whole else { return .failure(Fault(place: place, expectation: .digit)) }
        guard place == whole &+ 1 || source[whole] != UInt8(ascii: "0") else {
            return .failure(Fault(place: whole, expectation: .noLeadingZero))
        }
        if place < count, source[place] == UInt8(ascii: ".") {
            let fraction = place &+ 1
            place = afterDigits(in: source, from: fraction)
            guard place > fraction else { return .failure(Fault(place: place, expectation: .fractionDigit)) }
        }
        if place < count, source[place] | 0x20 == UInt8(ascii: "e") {
            place &+= 1
            if place < count, source[place] == UInt8(ascii: "+") || source[place] == UInt8(ascii: "-") { place &+= 1 }
            let exponent = place
            place = afterDigits(in: source, from: exponent)
            guard place > exponent else { return .failure(Fault(place: place, expectation: .exponentDigit)) }
        }
        return .success(place)
    }

    private static func afterDigits(in source: borrowing Span<UInt8>, from start: Int) -> Int {
        var place = start
        while place < source.count, source[place].isDigit { place &+= 1 }
        return place
    }

    /// Where a number breaks the grammar, and what should stand there.
    struct Fault: Error {
        let place: Int
        let expectation: Expectation
    }
}
