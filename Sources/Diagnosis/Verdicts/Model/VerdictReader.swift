package import Catalog
import Codes
import Evidence
import NetworkTerms
package import Report
package import WireText

/// Reads the outcome of a probe as a verdict about one model in one region.
///
/// It never guesses: a refusal of no known kind is `inconclusive`, and a server's failure says nothing about access.
package struct VerdictReader: Sendable {
    package let subject: ProbeSubject
    let catalog: ModelCatalog
    let today: CalendarDay

    package init(_ subject: ProbeSubject, catalog: ModelCatalog = .documented, today: CalendarDay) {
        self.subject = subject
        self.catalog = catalog
        self.today = today
    }

    /// The entry of the model, when the catalog has it in this spelling.
    var entry: ModelEntry? { catalog.entry(for: subject.model) }

    /// The cell for an outcome.
    ///
    /// - Parameters:
    ///   - asked: The id that was really sent: the subject's own, or that of a profile tried after it.
    ///   - kind: What was asked.
    package func cell(_ outcome: ProbeOutcome, asked: String, kind: ProbeRequest.Kind) -> ModelCell {
        switch outcome {
        case .failed(let failure, let message): return unreachable(failure, message)
        case .brokenOff(let message): return unreachable(.streamEndedEarly, message)
        case .answered(let answer) where (200...299).contains(answer.status):
            return SuccessReader(reader: self, answer: answer, asked: asked).cell(kind)
        case .answered(let answer): return refused(answer, asked: asked, kind: kind)
        }
    }

    /// The cell of a model that was not asked about, because the credentials had been refused elsewhere.
    package func unasked(after cell: ModelCell) -> ModelCell {
        var copy = blank(.credentialFault)
        copy.code = cell.code
        copy.message = "not asked: \(cell.code?.spelling ?? "the credentials") in \(cell.place) holds for every model"
        return copy
    }

    /// The cell of a model that was not asked because the run had come to a limit.
    package func unasked(at limit: RunLimit) -> ModelCell {
        var cell = blank(.inconclusive)
        cell.code = limit.code
        cell.message = "not asked: \(limit)"
        return cell
    }

    // MARK: Cells

    func blank(_ verdict: ModelVerdict) -> ModelCell {
        ModelCell(
            region: subject.region, model: subject.model, account: subject.account, status: status(of: verdict),
            verdict: verdict)
    }

    /// The status that a verdict has in this table (the rule of the report's schema).
    func status(of verdict: ModelVerdict) -> Status {
        switch verdict {
        case .accessible, .accessibleViaProfile: .pass
        case .throttled: .warn
        case .noAccess, .denied, .credentialFault: .fail
        case .notInRegion: subject.scope == .matrix ? .skip : .fail
        case .unknownModel, .retired: subject.origin == .named ? .fail : .warn
        case .unreachable, .inconclusive: .unknown
        }
    }

    private func unreachable(_ failure: NetworkFailure?, _ message: String) -> ModelCell {
        let isListed = RegionCatalog.region(named: subject.region)?.bedrock == .listed
        let isNowhere = failure?.isUnresolvedName == true && !isListed
        var cell = unreachable(
            isNowhere ? .regionHasNoEndpoint : failure.map(Self.code) ?? .networkUnreachable, message,
            isNowhere ? .notInRegion : .unreachable)
        if isNowhere, !RegionCatalog.isKnown(subject.region) {
            cell.suggestion = RegionCatalog.nearest(to: subject.region)
        }
        return cell
    }

    /// A failure of the network in the fewer codes that a table of models has for it.
    private static func code(of failure: NetworkFailure) -> FindingCode {
        if failure.certificateProblem != nil { return .networkTLSFailed }
        switch failure {
        case _ where failure.isUnresolvedName: return .networkNameUnresolved
        case _ where failure.isConnectTimeout: return .networkUnreachable
        case _ where failure.isTimeout: return .networkAnswerTimeout
        case .tlsFailed, .certificateAuthoritiesUnusable: return .networkTLSFailed
        case .proxyFailed, .badProxySetting: return .networkProxyFailed
        case .connectionReset, .closedEarly: return .networkConnectionClosed
        case .malformedResponse: return .networkAnswerMalformed
        default: return .networkUnreachable
        }
    }

    private func unreachable(
        _ code: FindingCode, _ message: String, _ verdict: ModelVerdict = .unreachable
    ) -> ModelCell {
        var cell = blank(verdict)
        cell.code = code
        cell.message = SafeMessage.text(message)
        cell.remedies = remedies(code: code, asked: subject.model, message: message)
        return cell
    }

    func remedies(code: FindingCode, asked: String, message: String) -> [Remedy] {
        let answer = ServiceAnswer(content: .message(""), region: subject.region, model: asked, signer: .doctor)
        let read = ReadAnswer(answer)
        return FailedCall(
            details: ErrorDetails(modelID: asked, origin: subject.endpoint ?? CalledOrigin.first(in: message)),
            answer: answer, read: read, exception: OwnException(read), catalog: catalog, today: today
        ).remedies(for: code)
    }

    private func refused(_ answer: ProbeOutcome.Answer, asked: String, kind: ProbeRequest.Kind) -> ModelCell {
        let diagnosis = ErrorDiagnosis(
            ServiceAnswer(
                status: answer.status, headers: answer.headers, content: .body(answer.body), region: subject.region,
                model: asked, operation: ProbeRequest(kind: kind, region: subject.region, model: asked).operation,
                signer: .doctor),
            catalog: catalog, today: today)
        var cell = blank(RefusalVerdict(reader: self, diagnosis: diagnosis, asked: asked).verdict)
        cell.code = diagnosis.code
        let foreign = ForeignAnswer(status: answer.status, headers: answer.headers, body: answer.body)
        cell.gate = diagnosis.gate?.rawValue ?? diagnosis.details.denial?.policy?.rawValue
        if cell.verdict == .noAccess, cell.gate == nil { cell.gate = AccountGate.account.rawValue }
        cell.httpStatus = answer.status
        cell.errorType = diagnosis.errorType.map { PrintableText.escaped($0) }
        cell.message = diagnosis.message.isEmpty ? nil : diagnosis.safeMessage
        cell.requestId = diagnosis.requestID.map { PrintableText.escaped($0) }
        cell.latencyMs = answer.latencyMs
        cell.httpVersion = answer.httpVersion.map { PrintableText.escaped($0, limit: 8) }
        cell.remedies = diagnosis.remedies
        if let foreign, [ErrorDiagnosis.unknownCode, ForeignAnswer.code].contains(diagnosis.code) {
            cell.code = ForeignAnswer.code
            cell.message = foreign.description
            cell.remedies = remedies(code: ForeignAnswer.code, asked: asked, message: "")
        }
        if asked != subject.model {
            cell.route = "profile"
            cell.profile = asked
        } else if diagnosis.code == .onDemandUnsupportedNeedsInferenceProfile {
            cell.profile = catalog.profileCandidates(for: asked, region: subject.region).first
        }
        switch cell.verdict {
        case .retired:
            cell.successor = entry.flatMap { catalog.successor(of: $0, on: nil) }.map {
                catalog.callable($0, from: subject.region, like: asked) ?? $0
            }
            if diagnosis.code != .legacyModelLocked { cell.code = .modelEndOfLife }
        case .unknownModel: cell.suggestion = catalog.nearest(to: subject.model, today: today, region: subject.region)
        case .notInRegion:
            if diagnosis.code == .modelIDInvalid { cell.code = .modelNotInRegion }
            if entry == nil {
                cell.suggestion = catalog.nearest(to: subject.model, today: today, region: subject.region)
            }
            if ModelReference(subject.model).kind == .profile {
                let other = catalog.profileCandidates(for: subject.model, region: subject.region).first
                cell.suggestion = other == subject.model ? nil : other
            }
        default: break
        }
        return cell
    }
}
