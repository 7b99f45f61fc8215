import WireText

/// The date of a credential scope, `20260102`: eight ASCII digits packed into a word, the first in the highest byte.
struct DateStamp: Hashable, Sendable {
    let packed: UInt64

    init(_ time: SigningTime) {
        let date = CalendarDay(daysSince1970: time.daysSince1970)
        let number = date.year * 10_000 + date.month * 100 + date.day
        var rest = UInt64(number)
        var packed: UInt64 = 0
        for place in 0..<8 {
            packed |= (0x30 + rest % 10) << UInt64(8 * place)
            rest /= 10
        }
        self.packed = packed
    }

    /// Reads eight digits; nil if `bytes` is anything else.
    ///
    /// The date need not exist.
    init?(_ bytes: Span<UInt8>) {
        guard bytes.count == 8 else { return nil }
        var packed: UInt64 = 0
        for index in 0..<8 {
            guard bytes[index].decimalDigit != nil else { return nil }
            packed = packed << 8 | UInt64(bytes[index])
        }
        self.packed = packed
    }

    var text: String {
        var writer = ByteWriter(capacity: 8)
        writer.append(self)
        return String(decoding: writer.bytes(), as: UTF8.self)
    }
}
