import WireText

/// Where the elements of a long array stand in a text that was not read, so that each can be read by another core.
///
/// They are found by strings, brackets and commas alone. Whether they are JSON, and each of them one value, says who reads
/// them; and who reads the text with an empty array in its place knows that the rest is.
package struct ElementPlaces {
    /// The array with its brackets.
    package let array: Range<Int>
    /// The elements in order, with the space around them.
    package private(set) var elements: [Range<Int>] = []

    /// Finds the array that stands under a name in the object that the text is; nil where there is none, or the text breaks
    /// off.
    package init?(of name: String, in source: borrowing Span<UInt8>) {
        guard let start = Self.value(of: name, in: source), source[start] == UInt8(ascii: "[") else { return nil }
        var (place, depth, element) = (start &+ 1, 0, start &+ 1)
        while place < source.count {
            switch source[place] {
            case UInt8(ascii: "\""): place = Self.endOfString(in: source, from: place) &- 1
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth &+= 1
            case UInt8(ascii: ",") where depth == 0:
                elements.append(element..<place)
                element = place &+ 1
            case UInt8(ascii: "]") where depth == 0:
                let isEmpty = elements.isEmpty && Self.space(in: source, from: element) == place
                if !isEmpty { elements.append(element..<place) }
                array = start..<(place &+ 1)
                return
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth &-= 1
            default: break
            }
            place &+= 1
        }
        return nil
    }

    /// Where the value of a name begins in the outermost object.
    private static func value(of name: String, in source: borrowing Span<UInt8>) -> Int? {
        let name = name.utf8.span
        var (place, depth) = (0, 0)
        while place < source.count {
            switch source[place] {
            case UInt8(ascii: "\""):
                let end = endOfString(in: source, from: place)
                if depth == 1, end &- place == name.count &+ 2,
                    source.extracting((place &+ 1)..<(end &- 1)).holdsSame(as: name)
                {
                    let colon = space(in: source, from: end)
                    if colon < source.count, source[colon] == UInt8(ascii: ":") {
                        let value = space(in: source, from: colon &+ 1)
                        return value < source.count ? value : nil
                    }
                }
                place = end &- 1
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth &+= 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth &-= 1
            default: break
            }
            place &+= 1
        }
        return nil
    }

    /// The place behind the closing quote of the string that begins at a place, or the end.
    private static func endOfString(in source: borrowing Span<UInt8>, from start: Int) -> Int {
        var place = start &+ 1
        while true {
            place = source.endOfPlainText(from: place)
            guard place < source.count else { return source.count }
            if source[place] == UInt8(ascii: "\"") { return place &+ 1 }
            // What an escape begins with says how it goes on; a control character is the reader's business.
            place &+= source[place] == UInt8(ascii: "\\") ? 2 : 1
        }
    }

    /// The first place from one on where no space stands.
    private static func space(in source: borrowing Span<UInt8>, from start: Int) -> Int {
        var place = start
        while place < source.count, source[place] == 0x20 || (0x09...0x0D).contains(source[place]) { place &+= 1 }
        return place
    }
}
