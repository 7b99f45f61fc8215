import Codes
import Diagnosis
import Report
import WireText

/// What a run of `doctor models` can take, before it starts.
struct RunCost {
    let cells: Int
    /// The most requests: those of the cells, and one for each role.
    let requests: Int
    /// The most tokens.
    let tokens: Int
    private let accounts: Int
    private let kind: ProbeRequest.Kind

    init(_ subjects: [ProbeSubject], _ kind: ProbeRequest.Kind, _ targets: AccountTargets?) {
        self.kind = kind
        cells = subjects.count
        let names = subjects.map(\.account)
        accounts = targets == nil ? 0 : Set(names).count
        requests = cells * ProbePlan.requestLimit(of: kind) + (targets?.roleCount(of: names) ?? 0)
        tokens = cells * ProbeRequest.tokenLimit(of: kind)
    }

    /// The cells in words.
    var cellWords: String {
        Counted.words(cells, "cell") + (accounts > 0 ? " of \(Counted.words(accounts, "account"))" : "")
    }

    /// What is said before a live run.
    func words(_ limit: RequestLimit) -> String {
        let cost = kind == .converse ? "at most \(tokens) tokens" : "no tokens"
        let cap = limit.most.map {
            $0 < requests ? "; no more than \(Counted.words($0, "request")) (--max-requests)" : ""
        }
        return "asking \(cellWords): \(cells) to \(requests) requests, \(cost)" + (cap ?? "")
    }

    /// What is said of cells that a limit left without a verdict.
    func notes(on found: [ModelCell], _ limit: RequestLimit) -> [String] {
        let left = { (code: FindingCode) in found.count { $0.code == code } }
        var notes: [String] = []
        if let most = limit.most, left(.requestLimitReached) > 0 {
            notes.append(
                "--max-requests \(most) was reached: \(left(.requestLimitReached)) of \(cells) models have no verdict; all of them take up to \(requests) requests"
            )
        }
        if let most = limit.mostTokens, left(.tokenLimitReached) > 0 {
            notes.append(
                "--max-tokens \(most) was reached: \(left(.tokenLimitReached)) of \(cells) models have no verdict; the service counted more tokens than a probe is expected to take"
            )
        }
        return notes
    }
}
