import Diagnosis
import Report

extension IdentityOptions {
    /// Asks when the flag is given, and adds the finding.
    func ask(
        _ session: ServiceSession, _ run: CommandRun, _ collector: ReportCollector,
        limit: RequestLimit = RequestLimit(nil)
    ) async {
        guard identity else { return }
        guard let credentials = session.settings.credentials else {
            return collector.note("AWS STS was not asked: there are no usable credentials")
        }
        guard session.obstacles.isEmpty else {
            return collector.note("AWS STS was not asked: there is no usable region or endpoint")
        }
        guard limit.take() else { return collector.note("AWS STS was not asked: --max-requests was reached") }
        run.progress.update("asking AWS STS who the caller is")
        do {
            let probe = IdentityProbe(session: session, credentials: credentials, timeLimit: run.timeLimit)
            if let facts = try await probe.facts() { collector.add([IdentityCheck.finding(facts)]) }
        } catch {
            collector.note("AWS STS was not asked: \(error)")
        }
    }
}
