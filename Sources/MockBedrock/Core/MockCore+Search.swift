import Codes
import SignatureForensics
import WireText

extension MockCore {
    /// The search for the causes of a refusal, to be run off the event loop; nil when there is nothing to search.
    func search(for outcome: MockOutcome) -> (@Sendable (SearchQueue.Ticket) -> MockOutcome)? {
        guard let input = outcome.search, let examiner = configuration.examiner else { return nil }
        return { [fruitless] ticket in
            // A search that nobody waits for any more is not begun.
            guard !ticket.isCancelled else { return outcome.unsearched }
            let signer = input.isMismatch ? FruitlessSearches.Signer(input.request) : nil
            let isBrief = signer.map(fruitless.isBrief) ?? false
            let (causes, signed) = input.examined(isBrief ? examiner.brief : examiner) { ticket.isCancelled }
            if let signer, !ticket.isAbandoned {
                let isFound = signed != nil || causes.contains { $0.confidence == .proven }
                if isFound { fruitless.remove(signer) } else if !isBrief { fruitless.insert(signer) }
            }
            // What the refusal alone says stands where nothing more was found.
            guard let first = causes.first else { return outcome }
            var diagnosed = outcome
            diagnosed.causes = causes
            diagnosed.signedTexts = signed
            // The causes, then the service's own code; what is only possible comes last. No other code is added.
            let service = outcome.entry.findings.suffix(1)
            let certain = causes.filter { $0.confidence != .possible }.map(\.cause)
            let possible = causes.filter { $0.confidence == .possible }.map(\.cause)
            diagnosed.entry.findings = certain + service.filter { !causes.map(\.cause).contains($0) } + possible
            diagnosed.entry.detail = first.summary
            diagnosed.response.headers.removeAll { $0.name == MockResponse.findingHeader }
            diagnosed.response.headers.append(
                HeaderField(MockResponse.findingHeader, diagnosed.entry.findings.map(\.spelling).joined(separator: ","))
            )
            return diagnosed
        }
    }
}

extension SignatureExaminer {
    /// One that looks for single mistakes only.
    fileprivate var brief: SignatureExaminer {
        var limits = FruitlessSearches.brief
        limits.signatures = min(limits.signatures, budget)
        return SignatureExaminer(limits: limits)
    }
}
