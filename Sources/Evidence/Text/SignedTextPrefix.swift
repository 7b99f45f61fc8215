import WireText

/// What stands before every line of a signed text, and not before the other lines of a paste: a quotation's mark, an
/// indentation, a logger's time and level, a box.
///
/// The line of the host, which every signature covers and a canonical request writes without a blank behind the colon, shows it;
/// the lines above and below that begin alike belong to the same block.
enum SignedTextPrefix {
    /// A block is of at least so many lines.
    private static let least = 4

    /// No prefix is longer.
    private static let limit = 160

    /// No more blocks are looked for.
    private static let blockLimit = 64

    /// How much of each line is a block's prefix, by the line's index; empty where no block has one.
    static func lengths(in lines: InputLines) -> [Int: Int] {
        var lengths: [Int: Int] = [:]
        var blocks = 0
        for index in lines.indices where lengths[index] == nil && blocks < blockLimit {
            guard let prefix = prefix(of: lines[index].bytes) else { continue }
            let before = run(from: index, by: -1, prefix, lines)
            let after = run(from: index, by: 1, prefix, lines)
            guard before.count + after.count + 1 >= least else { continue }
            blocks += 1
            for (place, length) in before + after + [(index, prefix.count)] { lengths[place] = length }
        }
        return lengths
    }

    /// What stands before `host:` in a line of canonical headers; `nil` when nothing does, or it is another line.
    private static func prefix(of line: ByteText) -> ByteText? {
        guard let found = line.prefix(limit + 8).range(of: "host:"), found.lowerBound > line.startIndex,
            let next = line[found.upperBound...].first, next.isLetter || next.isDigit || next == UInt8(ascii: "[")
        else { return nil }
        // `x-forwarded-host:`, `"\nhost:`: a part of something else.
        let before = line[found.lowerBound - 1]
        guard !before.isLetter, !before.isDigit, !"-_/=\"'".utf8.contains(before) else { return nil }
        return line[..<found.lowerBound]
    }

    private static func run(
        from index: Int, by step: Int, _ prefix: ByteText, _ lines: InputLines
    ) -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        var place = index + step
        while lines.indices.contains(place), let length = length(of: prefix, in: lines[place].bytes) {
            found.append((place, length))
            place += step
        }
        return found
    }

    /// How much of a line is a prefix, whose digits may be others; `nil` where it begins in another way.
    static func length(of prefix: ByteText, in line: ByteText) -> Int? {
        var (known, place) = (prefix.startIndex, line.startIndex)
        while known < prefix.endIndex {
            guard place < line.endIndex else {
                // An empty line keeps no blank at its end.
                return prefix[known...].allSatisfy { $0 == 0x20 || $0 == 0x09 } ? line.count : nil
            }
            if prefix[known].isDigit {
                guard line[place].isDigit else { return nil }
                while known < prefix.endIndex, prefix[known].isDigit { known += 1 }
                while place < line.endIndex, line[place].isDigit { place += 1 }
            } else {
                guard line[place] == prefix[known] else { return nil }
                known += 1
                place += 1
            }
        }
        return place - line.startIndex
    }
}
