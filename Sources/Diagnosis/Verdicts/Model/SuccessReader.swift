import Catalog
import Codes
import Evidence
import JSONText
import Report
import WireText

/// Reads an answer that was not a refusal, according to what was asked.
struct SuccessReader: Sendable {
    let reader: VerdictReader
    let answer: ProbeOutcome.Answer
    let asked: String

    func cell(_ kind: ProbeRequest.Kind) -> ModelCell {
        var cell =
            switch kind {
            case .converse: converse()
            case .countTokens: countTokens()
            case .availability: availability()
            }
        cell.httpStatus = answer.status
        cell.latencyMs = answer.latencyMs
        cell.httpVersion = answer.httpVersion.map { PrintableText.escaped($0, limit: 8) }
        cell.requestId = answer.headers.text(of: "x-amzn-requestid").map { PrintableText.escaped($0) }
        return cell
    }

    private var body: JSONValue? { try? JSONValue(parsing: answer.body) }

    private func count(_ value: JSONValue?) -> Int? { value?.numberValue?.int64.flatMap { Int(exactly: $0) } }

    /// A message of Converse is proof.
    ///
    /// A 200 without one comes from something else on the way.
    private func converse() -> ModelCell {
        guard let body, body["output"] != nil || body["usage"] != nil else {
            return unreadable()
        }
        let usesProfile = asked != reader.subject.model || isProfile(asked)
        var cell = reader.blank(usesProfile ? .accessibleViaProfile : .accessible)
        cell.route = usesProfile ? "profile" : "on-demand"
        cell.profile = usesProfile ? asked : nil
        let usage = body["usage"]
        if let input = count(usage?["inputTokens"]) {
            cell.tokens = ModelCell.Tokens(input: input, output: count(usage?["outputTokens"]) ?? 0)
        }
        return cell
    }

    /// JSON that is not Converse's comes from something else; what is no JSON was broken on the way, unless it is a page.
    private func unreadable() -> ModelCell {
        let isPage = answer.body.first { $0 > 0x20 } == UInt8(ascii: "<")
        let code: FindingCode =
            body != nil || isPage || answer.body.isEmpty ? .answerNotFromService : .answerUnreadable
        var cell = reader.blank(.inconclusive)
        cell.code = code
        cell.message =
            code == .answerUnreadable
            ? "the answer has status \(answer.status), and its body of \(answer.body.count) bytes is not complete JSON"
            : "the answer has status \(answer.status) and is not an answer of Converse"
        cell.remedies = reader.remedies(code: code, asked: asked, message: "")
        return cell
    }

    private func isProfile(_ model: String) -> Bool {
        let reference = ModelReference(model)
        return reference.kind == .profile || model.contains(":inference-profile/")
            || model.contains(":application-inference-profile/")
    }

    /// Counting shows that credentials, region, clock and id are right; not that the model may be called.
    private func countTokens() -> ModelCell {
        var cell = reader.blank(.inconclusive)
        cell.message = "tokens were counted: credentials, region and id are right, which does not prove access"
        if let input = count(body?["inputTokens"]) { cell.tokens = ModelCell.Tokens(input: input, output: 0) }
        cell.remedies = [proof]
        return cell
    }

    /// The four gates, in the order in which they can be opened.
    private func availability() -> ModelCell {
        let isClosed = { (name: String, bad: String) in body?[name]?.stringValue == bad }
        let agreement = body?["agreementAvailability"]?["status"]?.stringValue
        if reader.entry?.lifecycle(on: reader.today) == .retired {
            var cell = reader.blank(.retired)
            cell.code = .modelEndOfLife
            cell.successor = reader.entry?.successor
            return cell
        }
        if isClosed("regionAvailability", "NOT_AVAILABLE") {
            return gate(.notInRegion, .modelNotInRegion, nil, "the region does not offer the model")
        }
        if isClosed("authorizationStatus", "NOT_AUTHORIZED") {
            return gate(.noAccess, .accountNotAllowed, .account, "the account is not authorized for the model")
        }
        if agreement == "PENDING" {
            return gate(.noAccess, .marketplaceSubscriptionPending, .marketplace, "the agreement is being made")
        }
        if agreement == "NOT_AVAILABLE" || agreement == "ERROR" {
            return gate(.noAccess, .modelAccessNotGranted, .agreement, "the model's agreement is not in place")
        }
        if isClosed("entitlementAvailability", "NOT_AVAILABLE") {
            return gate(.noAccess, .modelAccessNotGranted, .agreement, "the account is not entitled in this region")
        }
        var cell = reader.blank(.inconclusive)
        cell.message =
            agreement == nil
            ? "the answer names no gates" : "every gate of the account is open, which does not prove access"
        cell.remedies = [proof]
        return cell
    }

    private func gate(_ verdict: ModelVerdict, _ code: FindingCode, _ gate: AccountGate?, _ message: String)
        -> ModelCell
    {
        var cell = reader.blank(verdict)
        cell.code = code
        cell.gate = gate?.rawValue
        cell.message = message
        return cell
    }

    private var proof: Remedy {
        Remedy(
            "Prove it with a call of one token.",
            .doctor(
                DoctorStep(
                    "models",
                    [.model(reader.subject.model), .region(reader.subject.region), .option("--probe", "converse")])))
    }
}
