import Testing

@testable import doctor

/// Lanes of accounts and regions that take turns.
@Suite struct ProbeScheduleTests {
    private func lane(_ account: String, _ region: String = "us-east-1") -> ProbeSchedule.LaneName {
        ProbeSchedule.LaneName(account: account, region: region)
    }

    private func taken(_ schedule: inout ProbeSchedule, at now: Duration = .zero) -> [ProbeSchedule.Ticket] {
        var tickets: [ProbeSchedule.Ticket] = []
        while let ticket = schedule.next(at: now) { tickets.append(ticket) }
        return tickets
    }

    @Test func `lanes take turns, each with its own number at once`() {
        var schedule = ProbeSchedule(
            ["a", "a", "a", "b", "b", "b"].map { lane($0) }, perLane: 2, inAll: 10)
        #expect(taken(&schedule).map(\.cell) == [0, 3, 1, 4])
    }

    @Test func `all lanes together keep to their number`() {
        var schedule = ProbeSchedule(["a", "b", "c", "a"].map { lane($0) }, perLane: 2, inAll: 2)
        let first = taken(&schedule)
        #expect(first.map(\.cell) == [0, 1])
        schedule.finished(first[0], throttled: false, at: .zero)
        #expect(taken(&schedule).map(\.cell) == [2])
    }

    @Test func `the same region of another account is another lane`() {
        var schedule = ProbeSchedule(
            [lane("a"), lane("a", "eu-west-1"), lane("b"), lane("a")], perLane: 1, inAll: 10)
        #expect(taken(&schedule).map(\.cell) == [0, 1, 2])
    }

    @Test func `a throttled lane rests, and the others go on`() throws {
        var schedule = ProbeSchedule(
            Array(repeating: lane("a"), count: 6) + Array(repeating: lane("b"), count: 6), perLane: 4, inAll: 100,
            jitter: { 1 })
        let first = taken(&schedule)
        #expect(first.count == 8)
        for ticket in first { schedule.finished(ticket, throttled: ticket.cell < 6, at: .zero) }
        #expect(taken(&schedule).map(\.cell) == [10, 11])
        // Four were under way when the first was throttled: that is one pause, not four.
        let rest = try #require(schedule.nextRest)
        #expect(rest == .milliseconds(250))
        #expect(taken(&schedule, at: rest - .milliseconds(1)).isEmpty)
        #expect(taken(&schedule, at: rest).map(\.cell) == [4, 5])
    }

    @Test func `each further throttling doubles the pause, and halves how many are under way, to one`() throws {
        var schedule = ProbeSchedule(
            Array(repeating: lane("a"), count: 100), perLane: 8, inAll: 100, jitter: { 1 })
        var now = Duration.zero
        var widths: [Int] = []
        var pauses: [Duration] = []
        for _ in 0..<8 {
            let tickets = taken(&schedule, at: now)
            widths.append(tickets.count)
            for ticket in tickets { schedule.finished(ticket, throttled: true, at: now) }
            let rest = try #require(schedule.nextRest)
            pauses.append(rest - now)
            now = rest
        }
        #expect(widths == [8, 4, 2, 1, 1, 1, 1, 1])
        #expect(pauses.map { Int($0 / .milliseconds(1)) } == [250, 500, 1000, 2000, 4000, 8000, 8000, 8000])
        let good = taken(&schedule, at: now)
        for ticket in good { schedule.finished(ticket, throttled: false, at: now) }
        #expect(taken(&schedule, at: now).count == 2)
    }

    @Test func `every cell is asked once, whatever is throttled`() {
        let names = (0..<300).map { lane("\($0 % 7)", "r\($0 % 3)") }
        var schedule = ProbeSchedule(names, perLane: 3, inAll: 11, jitter: { 0.5 })
        var now = Duration.zero
        var seen: [Int] = []
        var open: [ProbeSchedule.Ticket] = []
        while seen.count < names.count {
            let more = taken(&schedule, at: now)
            open += more
            seen += more.map(\.cell)
            guard let ticket = open.first else {
                now = schedule.nextRest ?? now
                if schedule.nextRest == nil { break }
                continue
            }
            open.removeFirst()
            schedule.finished(ticket, throttled: ticket.cell % 5 == 0, at: now)
        }
        #expect(seen.sorted() == Array(0..<300))
    }
}
