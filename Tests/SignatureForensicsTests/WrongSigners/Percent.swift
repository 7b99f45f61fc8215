/// Percent-encoding for the signer of the tests, which shares nothing with the code that it examines.
enum Percent {
    static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

    static func encoded(
        _ text: some Sequence<UInt8>, keeping more: String = "", dropping less: String = "", lowerCase: Bool = false
    ) -> String {
        let kept = unreserved.union(more.utf8).subtracting(less.utf8)
        let digits = Array(lowerCase ? "0123456789abcdef".utf8 : "0123456789ABCDEF".utf8)
        let bytes = text.flatMap { byte in
            kept.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func decoded(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let digits = String(decoding: bytes[(index + 1)...].prefix(2), as: UTF8.self)
            if bytes[index] == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                result.append(value)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// The text with the hexadecimal digits of its escapes in lower case.
    static func lowerCased(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for index in bytes.indices where bytes[index] == UInt8(ascii: "%") {
            for place in (index + 1)..<min(index + 3, bytes.count) where (0x41...0x46).contains(bytes[place]) {
                bytes[place] += 0x20
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
