import SigV4
import WireText

/// Replaces the secrets in a line of a canonical request byte by byte, so that every other byte keeps its place.
enum SecretMask {
    private static let star = UInt8(ascii: "*")

    /// A header line `name:value`; the value is masked if the header carries a credential.
    static func masked(header line: [UInt8]) -> [UInt8] {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            SensitiveNames.isHeader(String(decoding: line[..<colon], as: UTF8.self))
        else { return line }
        return line[...colon] + [UInt8](repeating: star, count: line.count - colon - 1)
    }

    /// A query; the value of the session token is masked.
    static func masked(query line: [UInt8]) -> [UInt8] {
        var masked: [UInt8] = []
        masked.reserveCapacity(line.count)
        for (index, pair) in line.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).enumerated() {
            if index > 0 { masked.append(UInt8(ascii: "&")) }
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
                String(decoding: pair[..<equals], as: UTF8.self).equalsIgnoringCase("x-amz-security-token")
            else {
                masked += pair
                continue
            }
            masked += pair[...equals]
            masked += [UInt8](repeating: star, count: pair.endIndex - equals - 1)
        }
        return masked
    }

    /// A line of unknown shape; everything after the name of the session token is masked.
    static func masked(anything line: [UInt8]) -> [UInt8] {
        let name = Array("x-amz-security-token".utf8)
        // ASCII only: a lower-cased string could have another length.
        let lowered = line.map(\.asciiLowercased)
        guard let range = lowered.firstRange(of: name) else { return masked(header: line) }
        let start = min(range.upperBound + 1, line.count)
        return line[..<start] + [UInt8](repeating: star, count: line.count - start)
    }
}
