import Diagnosis
import Report
import SigV4

extension IdentityOptions {
    /// Asks when the flag is given, and adds the finding; of several accounts one for each.
    func ask(
        _ session: ServiceSession, _ run: CommandRun, _ collector: ReportCollector,
        limit: RequestLimit = RequestLimit(nil), accounts: AccountAccess? = nil
    ) async {
        guard identity else { return }
        guard let targets = accounts?.targets else {
            guard let credentials = session.settings.credentials else {
                return collector.note(
                    session.settings.apiKey == nil
                        ? "AWS STS was not asked: there are no usable credentials"
                        : "AWS STS was not asked: it takes signatures only, and there is no key pair")
            }
            guard session.obstacles.isEmpty else {
                return collector.note("AWS STS was not asked: there is no usable region or endpoint")
            }
            return await ask(credentials, nil, session, run, collector, limit)
        }
        for target in targets.list {
            switch await accounts?[target.name]?.current() {
            case nil: return
            case .success(let credentials): await ask(credentials, target.name, session, run, collector, limit)
            case .failure(let fault): collector.add([IdentityCheck.finding(fault, of: target.name)])
            }
        }
    }

    private func ask(
        _ credentials: SigningCredentials, _ account: String?, _ session: ServiceSession, _ run: CommandRun,
        _ collector: ReportCollector, _ limit: RequestLimit
    ) async {
        let whose = account.map { " (\(PrintableText.escaped($0, limit: 60)))" } ?? ""
        guard limit.take() else { return collector.note("AWS STS was not asked\(whose): --max-requests was reached") }
        run.progress.update("asking AWS STS who the caller is")
        do {
            let probe = IdentityProbe(session: session, credentials: credentials, timeLimit: run.timeLimit)
            guard let facts = try await probe.facts() else { return }
            var finding = IdentityCheck.finding(facts)
            finding.title += whose
            collector.add([finding])
        } catch {
            collector.note("AWS STS was not asked\(whose): \(error)")
        }
    }
}
