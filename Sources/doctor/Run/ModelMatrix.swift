import Codes
import Diagnosis
import Report
import WireText

/// The cells of a model x region table, of one account or of several, asked a number at a time.
struct ModelMatrix: Sendable {
    let probers: AccountProbers
    let subjects: [ProbeSubject]
    let concurrency: Concurrency

    /// How many probes are under way at once.
    struct Concurrency: Sendable, Hashable {
        /// For each account in each region.
        var perLane: Int
        var inAll: Int
    }

    /// What a task of the group comes back with.
    private enum Event: Sendable {
        case answered(ProbeSchedule.Ticket, ModelCell?)
        /// A pause is over.
        case rested
    }

    /// Asks every cell, and gives each to `report` as it comes.
    ///
    /// When an account's credentials are refused for every model, its cells not yet asked are given as not asked.
    func run(report: @Sendable (ModelCell) -> Void, progress: @Sendable (Int, Int) -> Void) async {
        let subjects = subjects
        var done = 0
        var stop = StoppedAsking()
        var schedule = ProbeSchedule(
            subjects.map { ProbeSchedule.LaneName(account: $0.account, region: $0.region) },
            perLane: concurrency.perLane, inAll: concurrency.inAll)
        var resting = false
        await withTaskGroup(of: Event.self) { group in
            func submit() {
                let now = Stopwatch.elapsed
                while let ticket = schedule.next(at: now) {
                    let subject = subjects[ticket.cell]
                    guard let cause = stop.cause(for: subject) else {
                        group.addTask { .answered(ticket, await probers.cell(subject)) }
                        continue
                    }
                    report(VerdictReader(subject, today: probers.today).unasked(after: cause))
                    done += 1
                    schedule.finished(ticket, throttled: false, at: now)
                }
                guard !resting, let rest = schedule.nextRest else { return }
                resting = true
                group.addTask {
                    try? await Task.sleep(for: rest - now)
                    return .rested
                }
            }
            submit()
            while let event = await group.next() {
                switch event {
                case .rested: resting = false
                case .answered(let ticket, let cell):
                    done += 1
                    schedule.finished(ticket, throttled: cell?.verdict == .throttled, at: Stopwatch.elapsed)
                    if let cell {
                        stop.take(cell)
                        report(cell)
                    }
                }
                if !Task.isCancelled { submit() }
                progress(done, subjects.count)
            }
        }
    }
}

/// Where asking on would only repeat a refusal of the credentials, for each account by itself.
private struct StoppedAsking {
    private struct Place: Hashable {
        var account: String?
        /// `nil` for all of the account's.
        var region: String?
    }

    private var causes: [Place: ModelCell] = [:]

    mutating func take(_ cell: ModelCell) {
        // Where an account has no credentials nothing is sent: each of its cells says why, whatever was asked before it.
        if cell.code?.group == .identity || cell.code == .credentialsMissing { return }
        let place: Place
        switch MatrixStop(after: cell) {
        case .none: return
        case .region:
            guard cell.verdict == .credentialFault else { return }
            place = Place(account: cell.account, region: cell.region)
        case .everything: place = Place(account: cell.account, region: nil)
        }
        causes[place] = causes[place] ?? cell
    }

    func cause(for subject: ProbeSubject) -> ModelCell? {
        causes[Place(account: subject.account, region: nil)]
            ?? causes[Place(account: subject.account, region: subject.region)]
    }
}
