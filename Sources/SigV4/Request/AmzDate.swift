/// A time as SigV4 writes it, `20260102T030405Z`, packed into two words.
struct AmzDate: Sendable {
    let date: DateStamp
    /// `T030405Z` in ASCII, the first character in the highest byte.
    let packedTime: UInt64

    init(_ time: SigningTime) {
        date = DateStamp(time)
        let second = UInt64(Int(time.unixSeconds) - time.daysSince1970 * 86_400)
        packedTime =
            0x54 << 56 | Self.digits(second / 3600) << 40 | Self.digits(second / 60 % 60) << 24
            | Self.digits(second % 60) << 8 | 0x5A
    }

    private static func digits(_ number: UInt64) -> UInt64 { (0x30 + number / 10) << 8 | (0x30 + number % 10) }

    var bytes: [UInt8] { ByteWriter.array(capacity: 16) { $0.append(self) } }
}

/// A time in all the forms that signing needs.
struct WrittenTime: Sendable {
    let time: SigningTime
    let date: AmzDate
    /// The date and time as the value of a header.
    let headerValue: [UInt8]

    init(_ time: SigningTime) {
        self.time = time
        date = AmzDate(time)
        headerValue = date.bytes
    }
}
