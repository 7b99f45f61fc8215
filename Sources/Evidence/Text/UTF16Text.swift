/// Text in UTF-16, as a redirection of Windows PowerShell writes it.
enum UTF16Text {
    /// The text as UTF-8; `nil` when it is not UTF-16, by its byte order mark or by its zeros.
    static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard let isLittle = hasMark ? bytes[0] == 0xFF : order(bytes) else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = hasMark ? 2 : 0
        while index + 1 < bytes.count {
            let (low, high) = isLittle ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            units.append(UInt16(high) << 8 | UInt16(low))
            index += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Whether the low byte comes first in a text without a mark: of ASCII every other byte is zero.
    ///
    /// `nil` for what is not such a text.
    private static func order(_ bytes: [UInt8]) -> Bool? {
        let head = bytes.prefix(4_096)
        guard head.count >= 8 else { return nil }
        var (even, odd) = (0, 0)
        for index in head.indices where head[index] == 0 {
            if index.isMultiple(of: 2) { even += 1 } else { odd += 1 }
        }
        let pairs = head.count / 2
        if odd * 10 >= pairs * 7, even * 20 <= pairs { return true }
        if even * 10 >= pairs * 7, odd * 20 <= pairs { return false }
        return nil
    }
}
