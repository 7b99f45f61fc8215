import Testing
import WireText

@Suite struct CalendarDayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("2000-03-01", 11_017), ("2026-11-22", 20_779), ("2024-02-29", 19_782), ("1969-12-31", -1),
        ("0000-01-01", -719_528), ("9999-12-31", 2_932_896),
    ])
    func `days are counted as the calendar counts them`(_ text: String, _ number: Int) {
        #expect(CalendarDay(text)?.daysSince1970 == number)
        #expect(CalendarDay(daysSince1970: number).description == text)
        #expect(CalendarDay(unixSeconds: Int64(number) * 86_400).description == text)
        #expect(CalendarDay(unixSeconds: Int64(number) * 86_400 + 86_399).description == text)
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "2026-04-31", "2026-1-1", "2026-+1-01",
        "20261122", "2026-11-22T", "2026-11-220", "2026/11/22", "aaaa-bb-cc", "-202611-22", "", "yesterday",
    ])
    func `what is no day is not read`(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func `every day of four hundred years follows the one before`() {
        var last = CalendarDay(daysSince1970: -1)
        for number in 0..<146_097 {
            let day = CalendarDay(daysSince1970: number)
            #expect(last < day && day.daysSince1970 == number && day.weekday == (last.weekday + 1) % 7)
            last = day
        }
    }

    @Test func `moments beyond four digits of years are the first or the last`() {
        #expect(CalendarDay(unixSeconds: .max).description == "9999-12-31")
        #expect(CalendarDay(unixSeconds: .min).description == "0000-01-01")
    }

    @Test func `times are of the day and written as RFC 3339 has them`() {
        #expect(CivilTime(unixSeconds: 1_795_341_599).iso8601 == "2026-11-22T09:59:59Z")
        #expect(CivilTime(unixSeconds: -1).iso8601 == "1969-12-31T23:59:59Z")
        #expect(CivilTime(unixSeconds: .min).iso8601 == "0001-01-01T00:00:00Z")
        let leap = CivilTime(year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60)
        #expect(
            leap?.unixSeconds == CivilTime(year: 2017, month: 1, day: 1, hour: 0, minute: 0, second: 0)?.unixSeconds)
        #expect(CivilTime(year: 2026, month: 1, day: 1, hour: 24, minute: 0, second: 0) == nil)
        #expect(CivilTime(year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0) == nil)
    }
}
