/// Text in the charset of Western Windows, where it differs from Latin-1.
enum WindowsText {
    static func encoded(_ body: [UInt8]) -> [UInt8]? {
        guard let text = String(validating: body, as: UTF8.self) else { return nil }
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let byte = special[scalar.value] {
                result.append(byte)
            } else if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) {
                result.append(UInt8(scalar.value))
            } else {
                return nil
            }
        }
        return result
    }

    /// UTF-8 made from bytes that are taken for this charset; nil if they hold a byte that it has not.
    static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let value = special.first { $0.value == byte }?.key ?? UInt32(byte)
            guard byte < 0x80 || byte >= 0xA0 || value > 0xFF, let scalar = Unicode.Scalar(value) else { return nil }
            text.append(scalar)
        }
        return Array(String(text).utf8)
    }

    private static let special: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
        0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
        0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
        0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
    ]
}
