import SigV4
import WireText

/// Replaces the secrets in a line of a canonical request byte by byte, so that every other byte keeps its place.
enum SecretMask {
    private static let star = UInt8(ascii: "*")

    /// A header line `name:value`; the value is masked if the header carries a credential.
    static func masked(header line: [UInt8]) -> [UInt8] {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            SensitiveNames.isHeader(String(decoding: line[..<colon], as: UTF8.self))
        else { return masked(forms: line) }
        return line[...colon] + [UInt8](repeating: star, count: line.count - colon - 1)
    }

    /// Any line; what in it has the form of a secret is masked.
    private static func masked(forms line: [UInt8]) -> [UInt8] {
        // Places in a text that had to be repaired are not those of the bytes.
        guard let text = String(validating: line, as: UTF8.self) else { return line }
        var masked = line
        for secret in SecretsInText.ranges(in: text) {
            let from = text.utf8.distance(from: text.startIndex, to: secret.lowerBound)
            let count = text.utf8.distance(from: secret.lowerBound, to: secret.upperBound)
            masked.replaceSubrange(from..<(from + count), with: repeatElement(star, count: count))
        }
        return masked
    }

    /// A query; the values of secret parameters are masked, but for what the signature is made of.
    static func masked(query line: [UInt8]) -> [UInt8] {
        var masked: [UInt8] = []
        masked.reserveCapacity(line.count)
        for (index, pair) in line.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).enumerated() {
            if index > 0 { masked.append(UInt8(ascii: "&")) }
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
                isSecret(parameter: pair[..<equals])
            else {
                masked += Self.masked(forms: Array(pair))
                continue
            }
            masked += pair[...equals]
            masked += [UInt8](repeating: star, count: pair.endIndex - equals - 1)
        }
        return masked
    }

    private static func isSecret(parameter encoded: ArraySlice<UInt8>) -> Bool {
        let name = PercentCoding.decodedText(encoded.span)
        return SensitiveNames.isParameter(name)
            && !["x-amz-credential", "x-amz-signature"].contains { $0.equalsIgnoringCase(name) }
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
