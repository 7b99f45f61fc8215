import SigV4
import Testing

@Suite("Signing times")
struct SigningTimeTests {
    static let knownTimes: [(seconds: Int64, text: String)] = [
        (0, "19700101T000000Z"), (-1, "19691231T235959Z"), (951_782_400, "20000229T000000Z"),
        (1_440_938_160, "20150830T123600Z"), (1_767_323_045, "20260102T030405Z"), (4_107_542_399, "21000228T235959Z"),
        (4_107_542_400, "21000301T000000Z"), (253_402_300_799, "99991231T235959Z"),
        (-62_167_219_200, "00000101T000000Z"),
    ]

    @Test("are written and read back", arguments: knownTimes)
    func known(_ seconds: Int64, _ text: String) {
        #expect(SigningTime(unixSeconds: seconds).amzDate == text)
        #expect(SigningTime(unixSeconds: seconds).dateStamp == text.prefix(8))
        #expect(SigningTime(amzDate: text)?.unixSeconds == seconds)
    }

    @Test("every day of 800 years is the day after the one before")
    func calendar() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var (year, month, day) = (1600, 1, 1)
        var seconds = Int64(-11_676_096_000)
        while year < 2400 {
            let digits = year * 10_000 + month * 100 + day
            #expect(SigningTime(unixSeconds: seconds).dateStamp == "\(digits)")
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            day += 1
            if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            seconds += 86_400
        }
    }

    @Test(
        "refuse what is no such time",
        arguments: [
            "", "20260102", "20260102T030405", "20260102t030405Z", "20260102T030405z", "20260102T030405ZZ",
            "20260230T000000Z", "20250229T000000Z", "20261301T000000Z", "20260001T000000Z", "20260100T000000Z",
            "20260102T240000Z", "20260102T006000Z", "20260102T000060Z", "2026 102T030405Z", "+0260102T030405Z",
            "２0260102T0304Z",
        ])
    func invalid(_ text: String) {
        #expect(SigningTime(amzDate: text) == nil)
    }

    @Test("stay within four digits of a year")
    func limits() {
        #expect(SigningTime(unixSeconds: .max).amzDate == "99991231T235959Z")
        #expect(SigningTime(unixSeconds: .min).amzDate == "00000101T000000Z")
        #expect(SigningTime(unixSeconds: 0).advanced(bySeconds: .max).amzDate == "99991231T235959Z")
        #expect(SigningTime(unixSeconds: -5).advanced(bySeconds: .min).amzDate == "00000101T000000Z")
    }
}
