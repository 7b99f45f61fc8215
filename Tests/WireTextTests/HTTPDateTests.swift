import TestSupport
import Testing
import WireText

@Suite("HTTP dates")
struct HTTPDateTests {
    @Test(
        "the three forms of RFC 9110 are read",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Sun, 22 Nov 2026 10:00:00 GMT", 1_795_341_600),
            ("  Sun, 06 Nov 1994 08:49:37 GMT\t", 784_111_777), ("Wed Nov 16 08:49:37 1994", 784_975_777),
            ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
        ] as [(String, Int64)])
    func forms(text: String, seconds: Int64) throws {
        #expect(try HTTPDate(parsing: text).unixSeconds == seconds)
    }

    @Test(
        "a date is written as an IMF-fixdate",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_827_696, "Tue, 29 Feb 2000 12:34:56 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
            (1_795_341_600, "Sun, 22 Nov 2026 10:00:00 GMT"), (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
        ] as [(Int64, String)])
    func fixdate(seconds: Int64, text: String) {
        #expect(HTTPDate(unixSeconds: seconds).description == text)
    }

    @Test(
        "the date of a signed request may have the zones of mail",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", true), ("Sun, 06 Nov 1994 08:49:37 -0000", true),
            ("Sun, 06 Nov 1994 08:49:37 +0000", true), ("Sun, 06 Nov 1994 08:49:37 UTC", true),
            ("Mon, 06 Nov 1994 08:49:37 GMT", true), ("Sun, 06 Nov 1994 08:49:37 +0100", false),
            ("Sun, 06 Nov 1994 08:49:37", false), ("Sunday, 06-Nov-94 08:49:37 GMT", false),
        ])
    func mailDate(text: String, isRead: Bool) {
        #expect((try? HTTPDate(mailDate: text))?.unixSeconds == (isRead ? 784_111_777 : nil))
    }

    @Test("a leap second counts as the second after it")
    func leapSecond() throws {
        let leap = try HTTPDate(parsing: "Sat, 31 Dec 2016 23:59:60 GMT")
        #expect(leap == (try HTTPDate(parsing: "Sun, 01 Jan 2017 00:00:00 GMT")))
    }

    @Test("a two-digit year lies at most fifty years after the reference")
    func centuries() throws {
        let in2026: Int64 = 1_795_341_600
        #expect(try HTTPDate(parsing: "Sunday, 22-Nov-26 10:00:00 GMT", near: in2026).unixSeconds == in2026)
        #expect(try HTTPDate(parsing: "Sunday, 06-Nov-94 08:49:37 GMT", near: in2026).unixSeconds == 784_111_777)
        #expect(try HTTPDate(parsing: "Sunday, 22-Nov-76 10:00:00 GMT", near: in2026).unixSeconds == 3_373_264_800)
    }

    @Test(
        "anything else is refused, with its reason",
        arguments: [
            ("", HTTPDateError.Code.empty), ("   ", .empty), ("2026-11-22T10:00:00Z", .weekday),
            ("So, 06 Nov 1994", .weekday),
            ("Sun, 6 Nov 1994 08:49:37 GMT", .date), ("Sun, 06 Okt 1994 08:49:37 GMT", .date),
            ("Sun, 06 nov 1994 08:49:37 GMT", .date), ("Sun, 06 Nov 1994 8:49:37 GMT", .time),
            ("Sun, 06 Nov 1994 08:49:37 UTC", .zone), ("Sun, 06 Nov 1994 08:49:37 +0000", .zone),
            ("Sun, 06 Nov 1994 08:49:37 GMT;", .trailingBytes), ("Sun, 06 Nov 1994 08:49:37 GMT\u{0}", .trailingBytes),
            ("Sun Nov  6 08:49:37 1994 GMT", .trailingBytes), ("Wed, 30 Feb 2022 08:49:37 GMT", .outOfRange),
            ("Sun, 06 Nov 1994 24:00:00 GMT", .outOfRange), ("Sun, 06 Nov 1994 08:49:61 GMT", .outOfRange),
            ("Mon, 06 Nov 1994 08:49:37 GMT", .wrongWeekday), ("Wed, 29 Feb 2023 00:00:00 GMT", .outOfRange),
        ])
    func refusals(text: String, code: HTTPDateError.Code) {
        let error = #expect(throws: HTTPDateError.self) { try HTTPDate(parsing: text) }
        #expect(error?.code == code)
    }

    @Test("an error shows no control character of a hostile value")
    func hostile() {
        let error = #expect(throws: HTTPDateError.self) {
            try HTTPDate(parsing: "\u{1B}[2J" + String(repeating: "x", count: 1_000_000))
        }
        #expect((error?.description.count ?? 1000) < 200)
        #expect(error?.description.unicodeScalars.allSatisfy { $0.value >= 0x20 } == true)
    }

    @Test("what is written is read back, over four thousand years of odd moments")
    func roundTrip() throws {
        var random = SplitMix64(seed: 9110)
        for _ in 0..<5000 {
            let seconds = Int64.random(in: -60_000_000_000...64_000_000_000, using: &random)
            let date = HTTPDate(unixSeconds: seconds)
            #expect(try HTTPDate(parsing: date.description).unixSeconds == seconds)
        }
    }
}
