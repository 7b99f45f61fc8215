import Catalog
import Diagnosis
import HTTPTransport
import Report
import SigV4
import WireText

/// The accounts of a run with what signs for each: the one of the environment, or those of a targets file.
struct AccountAccess: Sendable {
    let session: ServiceSession
    let transport: HTTPTransport
    let limit: RequestLimit
    let targets: AccountTargets?
    let timeLimit: Duration
    let now: Int64
    private let credentials: [String: TargetCredentials]

    init(
        session: ServiceSession, transport: HTTPTransport, limit: RequestLimit, targets: AccountTargets?,
        run: CommandRun
    ) throws {
        self.session = session
        self.transport = transport
        self.limit = limit
        self.targets = targets
        timeLimit = run.timeLimit
        now = run.facts.now
        guard let targets else {
            credentials = [:]
            return
        }
        let keys = TargetKeys(session: session, environment: run.facts.environment)
        let assumer = RoleAssumer(
            client: try TokenServiceClient(session, transport: transport, timeLimit: run.timeLimit), limit: limit)
        credentials = Dictionary(
            targets.list.map { target in
                (
                    target.name,
                    TargetCredentials(
                        role: target.role, original: keys.original(of: target),
                        now: { WallClock.signingTime.unixSeconds }, assume: { await assumer.session(of: $0, as: $1) })
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The credentials of an account of the file.
    subscript(account: String) -> TargetCredentials? { credentials[account] }

    /// A prober for each account that has cells to ask; it assumes its role when it asks the first.
    func probers(of chosen: ModelChoice.Chosen, kind: ProbeRequest.Kind) throws -> AccountProbers {
        let today = CalendarDay(unixSeconds: now)
        let search = SearchTime()
        var probers: [String?: AccountProber] = [:]
        for (account, subjects) in Dictionary(grouping: chosen.subjects, by: \.account) {
            let own = account.flatMap { credentials[$0] }
            guard account == nil || own != nil else { continue }
            let regions = Array(Set(subjects.map(\.region)))
            let shared = ModelProber.Shared(search: search)
            probers[account] = AccountProber(own, today: today, shared: shared) {
                [session, transport, timeLimit, now, limit] keys in
                try ModelProber(
                    session, credentials: keys, regions: regions, kind: kind, transport: transport,
                    timeLimit: timeLimit, now: now, limit: limit, catalog: chosen.catalog, shared: shared)
            }
        }
        return AccountProbers(today: today, probers)
    }
}
