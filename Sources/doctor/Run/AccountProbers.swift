import Catalog
import Codes
import Diagnosis
import Report
import SigV4
import WireText

/// The probers of the accounts that are asked, each with credentials of its own; of one account it is one.
struct AccountProbers: Sendable {
    let today: CalendarDay
    private let probers: [String?: AccountProber]

    init(today: CalendarDay, _ probers: [String?: AccountProber]) {
        self.today = today
        self.probers = probers
    }

    /// The verdict on one cell, asked for with the credentials of its account; `nil` when the work was cancelled.
    func cell(_ subject: ProbeSubject) async -> ModelCell? {
        guard let prober = probers[subject.account] else { return nil }
        return await prober.cell(subject)
    }

    /// The cell with commands that say whose credentials they want: the reader's shell has those of the run.
    fileprivate static func cell(_ cell: ModelCell, of account: String) -> ModelCell {
        var cell = cell
        let whose = ", with the credentials of \(PrintableText.escaped(account, limit: 60))"
        for index in cell.remedies.indices {
            switch cell.remedies[index].step {
            case .doctor?, .aws?:
                let text = cell.remedies[index].text
                cell.remedies[index].text = (text.hasSuffix(".") ? String(text.dropLast()) : text) + whose
            default: break
            }
        }
        return cell
    }

    /// What holds for all cells of an account, such as why its first signature was refused.
    var findings: [Finding] {
        probers.sorted { ($0.key ?? "") < ($1.key ?? "") }.flatMap { account, prober in
            prober.findings.map { finding in
                guard let account else { return finding }
                var finding = finding
                finding.title += " (\(PrintableText.escaped(account, limit: 60)))"
                return finding
            }
        }
    }
}

/// Asks for one account, and goes on with new credentials when those of its role have been renewed.
actor AccountProber {
    /// `nil` for the one account of a run without targets, which asks as the session does.
    private let credentials: TargetCredentials?
    private let today: CalendarDay
    private let makeProber: @Sendable (SigningCredentials?) throws -> ModelProber
    private let shared: ModelProber.Shared
    private var current: (keyID: String?, prober: ModelProber)?

    init(
        _ credentials: TargetCredentials?, today: CalendarDay, shared: ModelProber.Shared,
        makeProber: @escaping @Sendable (SigningCredentials?) throws -> ModelProber
    ) {
        self.credentials = credentials
        self.today = today
        self.shared = shared
        self.makeProber = makeProber
    }

    nonisolated var findings: [Finding] { shared.stranger.findings + shared.refusal.findings }

    func cell(_ subject: ProbeSubject) async -> ModelCell? {
        guard let credentials else { return await cell(subject, nil) }
        switch await credentials.current() {
        case nil: return nil
        case .failure(let fault): return fault.cell(VerdictReader(subject, today: today))
        case .success(let keys):
            let found = await cell(subject, keys)
            return found.map { cell in cell.account.map { AccountProbers.cell(cell, of: $0) } ?? cell }
        }
    }

    private func cell(_ subject: ProbeSubject, _ keys: SigningCredentials?) async -> ModelCell? {
        let prober: ModelProber
        do {
            prober = try self.prober(keys)
        } catch {
            return CredentialFault(.networkUnreachable, "not asked: \(error)", verdict: .inconclusive)
                .cell(VerdictReader(subject, today: today))
        }
        return await prober.cell(subject)
    }

    private func prober(_ keys: SigningCredentials?) throws -> ModelProber {
        if let current, current.keyID == keys?.accessKeyID { return current.prober }
        let prober = try makeProber(keys)
        current = (keys?.accessKeyID, prober)
        return prober
    }
}
