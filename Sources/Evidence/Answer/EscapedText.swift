/// Takes one layer of escaping off a text that was printed inside another.
enum EscapedText {
    /// `\n`, `\t`, `\"`, `\'`, `\/`, `\\`, `\u2019` and XML's entities, as the characters they stand for.
    ///
    /// An escape that is not one of these stays as it is.
    static func plain(_ text: some StringProtocol) -> String {
        if !text.utf8.contains(UInt8(ascii: "\\")) && !text.utf8.contains(UInt8(ascii: "&")) { return String(text) }
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "\\", index + 1 < scalars.count {
                switch scalars[index + 1] {
                case "n", "r": result.append("\n")
                case "t": result.append(" ")
                case "\"", "'", "/", "\\": result.append(scalars[index + 1])
                case "u":
                    guard index + 5 < scalars.count, let value = hex(scalars[(index + 2)...(index + 5)]),
                        let decoded = Unicode.Scalar(value)
                    else {
                        result.append(scalar)
                        index += 1
                        continue
                    }
                    result.append(decoded)
                    index += 4
                default:
                    result.append(scalar)
                    index += 1
                    continue
                }
                index += 2
            } else if scalar == "&", let (entity, length) = entity(scalars[index...]) {
                result.append(entity)
                index += length
            } else {
                result.append(scalar)
                index += 1
            }
        }
        return String(result)
    }

    private static func hex(_ digits: ArraySlice<Unicode.Scalar>) -> UInt32? {
        UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
    }

    private static func entity(_ rest: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, Int)? {
        let head = String(String.UnicodeScalarView(rest.prefix(7)))
        let entities: [(String, Unicode.Scalar)] = [
            ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"), ("&lt;", "<"),
            ("&gt;", ">"), ("&nbsp;", " "), ("&#xA;", "\n"), ("&#10;", "\n"),
        ]
        for (name, scalar) in entities where head.hasPrefix(name) { return (scalar, name.utf8.count) }
        // `&#34;`, `&#x2F;`: any character by its number.
        guard head.hasPrefix("&#"), let end = head.firstIndex(of: ";") else { return nil }
        let number = head[..<end].dropFirst(2)
        let value = number.first == "x" || number.first == "X" ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
        return value.flatMap(Unicode.Scalar.init).map { ($0, head[...end].unicodeScalars.count) }
    }
}
