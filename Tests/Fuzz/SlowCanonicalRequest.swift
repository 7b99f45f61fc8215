/// A canonical request by the words of the rules, in lists of whole texts and with no thought of speed.
///
/// It shares no line with the canonicaliser that it judges. Source: "Create a signed AWS API request" of the IAM guide, and
/// for the path the rules of all services but S3: dot segments and empty segments go, and what is left is encoded once more.
struct SlowCanonicalRequest {
    let method: String
    let target: [UInt8]
    /// The fields that are signed, in the order in which they are sent.
    let fields: [(name: String, value: [UInt8])]
    let payloadLine: [UInt8]

    var bytes: [UInt8] {
        let parts = target.split(separator: 0x3F, maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map { Array($0) } ?? []
        let query = parts.count > 1 ? Array(parts[1]) : []
        var lines: [[UInt8]] = [Array(method.utf8), encoded(normalized(path), keepingSlash: true), sorted(query)]
        let names = Set(fields.map { lower($0.name) }).sorted { $0.lexicographicallyPrecedes($1) }
        for name in names {
            let values = fields.filter { lower($0.name) == name }.map { collapsed($0.value) }
            lines.append(name + [0x3A] + Array(values.joined(separator: [0x2C])))
        }
        lines += [[], Array(names.joined(separator: [0x3B])), payloadLine]
        return Array(lines.joined(separator: [0x0A]))
    }

    private func normalized(_ path: [UInt8]) -> [UInt8] {
        var kept: [[UInt8]] = []
        for segment in path.split(separator: 0x2F).map({ Array($0) }) {
            switch String(decoding: segment, as: UTF8.self) {
            case ".": continue
            case "..": _ = kept.popLast()
            default: kept.append(segment)
            }
        }
        let joined = kept.map { [0x2F] + $0 }.flatMap(\.self)
        return joined.isEmpty || path.last == 0x2F || path.isEmpty ? joined + [0x2F] : joined
    }

    private func sorted(_ query: [UInt8]) -> [UInt8] {
        let pairs = query.split(separator: 0x26).map { pair -> (name: [UInt8], value: [UInt8]) in
            let halves = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            let name = halves.first.map { Array($0) } ?? []
            let value = halves.count > 1 ? Array(halves[1]) : []
            return (encoded(decoded(name), keepingSlash: false), encoded(decoded(value), keepingSlash: false))
        }
        let ordered = pairs.sorted {
            $0.name == $1.name
                ? $0.value.lexicographicallyPrecedes($1.value) : $0.name.lexicographicallyPrecedes($1.name)
        }
        return Array(ordered.map { $0.name + [0x3D] + $0.value }.joined(separator: [0x26]))
    }

    private func decoded(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == 0x25, rest.count > 1, digits.utf8.allSatisfy({ isHex($0) }), let value = UInt8(digits, radix: 16)
            {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private func isHex(_ byte: UInt8) -> Bool { "0123456789abcdefABCDEF".utf8.contains(byte) }

    private func encoded(_ text: [UInt8], keepingSlash: Bool) -> [UInt8] {
        let bare = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~" + (keepingSlash ? "/" : "")
        return text.flatMap { byte -> [UInt8] in
            if bare.utf8.contains(byte) { return [byte] }
            let hex = String(byte, radix: 16, uppercase: true)
            return Array(("%" + (hex.utf8.count < 2 ? "0" : "") + hex).utf8)
        }
    }

    private func lower(_ name: String) -> [UInt8] { name.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 } }

    private func collapsed(_ value: [UInt8]) -> [UInt8] {
        Array(value.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.joined(separator: [0x20]))
    }
}
