import Catalog
import Codes
import Evidence
package import JSONText
package import Report

extension ErrorDiagnosis {
    /// The service's sentence, fit to be shown: one line, no echo of headers, no control characters.
    package var safeMessage: String { SafeMessage.text(TellingPart.of(message, code)) }

    /// What was read from the answer, for evidence; no secret is in it.
    package var evidence: JSONObject {
        var evidence: JSONObject = [:]
        func add(_ name: String, _ value: String?) {
            if let value { evidence[name] = .string(PrintableText.escaped(value, limit: 300)) }
        }
        if let status { evidence["httpStatus"] = .number(JSONNumber(status)) }
        add("errorType", errorType)
        add("operation", operation)
        add("requestId", requestID)
        if !message.isEmpty { evidence["message"] = .string(safeMessage) }
        if let cut = details.cut {
            evidence["cut"] = .string("after \(cut.length) characters: \(PrintableText.escaped(cut.mark, limit: 60))")
        }
        if details.hasPieces { evidence["broken"] = .string("a name in the text is broken, so it is not shown") }
        add("gate", gate?.rawValue)
        if let denial = details.denial {
            add("principal", denial.principal?.text)
            add("action", denial.action)
            add("resource", denial.resource?.text)
            add("policyKind", denial.policy?.rawValue)
            add("policyARN", denial.policyARN?.text)
            if denial.effect != .unstated { add("effect", denial.effect.rawValue) }
        }
        add("route", details.route?.rawValue)
        if let times = details.times {
            if let skew = times.skewSeconds { evidence["skewSeconds"] = .number(JSONNumber(skew)) }
            add("skew", times.skewInWords)
            if let window = times.windowMinutes { evidence["windowMinutes"] = .number(JSONNumber(window)) }
        }
        add("model", details.modelID)
        add("profile", details.profile)
        add("quota", details.quota)
        add("region", details.region)
        add("signedRegion", details.signedRegion)
        add("echoedPath", details.echoedPath)
        return evidence
    }

    /// What a person wants to see of it.
    package var rows: [FactRow] {
        [
            FactRow("said", safeMessage), row("type", errorType), row("who", details.denial?.principal?.text),
            row("may not", details.denial?.action), row("on", details.denial?.resource?.text),
            row("policy", details.denial?.policyARN?.text), row("clock", details.times?.skewInWords),
            row("model", details.modelID), row("profile", details.profile), row("quota", details.quota),
            row("request", requestID),
        ].compactMap { $0 }
    }

    private func row(_ name: String, _ value: String?) -> FactRow? {
        FactRow(name, value.map { PrintableText.escaped($0, limit: 300) })
    }

    /// The findings, the likeliest cause first; one of an unknown error when there is none.
    ///
    /// - Parameter check: The name of the check under which they are reported.
    package func findings(check: Check) -> [Finding] {
        let secrets = PastedSecrets(in: shown)
        if candidates.isEmpty { return [secrets.hidden(completed(finding(code, nil, check)))] }
        let readings = candidates.enumerated().map { index, candidate in
            var finding = finding(candidate.cause, candidate.confidence, check)
            if index == 0, let sentence {
                finding.detail = PrintableText.escaped(sentence, limit: 400) + " " + finding.detail
            }
            if index == 0 { finding = completed(finding) }
            // The remedies are those of the likeliest cause; the other has its page.
            if index > 0 {
                finding.remedies = [
                    Remedy(
                        "See the page of the other possible cause.",
                        .doctor(DoctorStep("explain", operands: [candidate.cause.spelling])))
                ]
            }
            return secrets.hidden(finding)
        }
        return readings.readingsOfOneFailure()
    }

    /// What a cause means; of a chain of credential providers, which link of it failed.
    private func meaning(of code: FindingCode) -> String {
        if code == self.code, let meaning = words.meaning { return meaning }
        if code == .answerNotShown { return "A call failed, and what was answered is not in the text." }
        if code == .throttled, throttledBy != nil {
            return "It limits how often it is called, or how much; no quota of a model at Bedrock is involved."
        }
        // The page speaks of the group's other members.
        if code == .validationSamplingParams, isOfBudget {
            return "The thinking budget is not one that the model takes."
        }
        if code == .validationMessages, isOfMedia {
            return "An image, a document or a video of the conversation was not taken."
        }
        // Who has assumed no role yet has no policies.
        if isOfTrust(code) { return link?.meaning ?? code.page.meaning }
        // The page speaks of this process's variables; a text, of whatever client wrote it.
        // That a command failed is said by the message, and by no profile that has one.
        let said = link == .credentialProcess && CredentialLink(message) != link ? nil : link
        return code == .credentialsMissing
            ? said?.meaning ?? "The client got no credentials, so no request was signed." : code.page.meaning
    }

    /// Whether the refused parameter is thinking's budget.
    private var isOfBudget: Bool {
        details.refusals.first.map { $0.leaf.lowercased().hasPrefix("budget") }
            ?? WordText(message).has("budget tokens")
    }

    /// Whether the sentence is about a file that stands in the conversation, and about no turn of it.
    private var isOfMedia: Bool {
        let words = WordText(message)
        return words.has(
            "image|images|document|documents|video|videos|pdf format|data|bytes|size|type|process|pages|name")
            && !words.has("tool_use|tooluse|toolresult|tool_result|roles|alternate|blank")
    }

    /// Whether the refusal is of a role's trust policy, which is no policy of the caller.
    private func isOfTrust(_ code: FindingCode) -> Bool {
        code == .iamDenied && link.map { [.trustPolicy, .podTrust].contains($0) } ?? false
    }

    /// A title that names who was called, where that is another service than Bedrock.
    private func title(of code: FindingCode) -> String {
        if code == self.code, let title = words.title { return title }
        if code == .answerNotShown { return "The client printed an object in the place of the answer" }
        if isOfTrust(code) { return "The role's trust policy does not accept the caller" }
        if code == .throttled, let throttledBy {
            return "\(throttledBy.beginningSentence) throttled the call"
        }
        // Tools are taken where one of the ways to choose among them is not.
        if code == .validationToolUnsupported,
            details.refusals.contains(where: { $0.path.lowercased().contains("toolchoice") })
        {
            return "The model does not take this toolChoice"
        }
        if code == .validationSamplingParams, isOfBudget { return "The model does not take this thinking budget" }
        if code == .accountNotAllowed, let operation,
            OperationHome.service(of: operation).map({ $0 != "bedrock-runtime" }) ?? false
        {
            return "AWS does not let this account call \(PrintableText.escaped(operation, limit: 60))"
        }
        guard let called else { return code.title }
        switch code {
        case .networkUnreachable: return "The endpoint of \(called) cannot be reached from here"
        case .internalError: return "\(called.beginningSentence) had an internal error"
        case .validationRequest: return "The request has a form that \(called) does not take"
        default: return code.title
        }
    }

    /// With a word about what the text lacks.
    private func completed(_ finding: Finding) -> Finding {
        var finding = finding
        if let cut = details.cut {
            finding.detail += " " + cut.sentence
        } else if details.hasPieces {
            finding.detail += " A name in the text may be cut or broken in two, so nothing is made of it here."
        }
        return finding
    }

    private func finding(_ code: FindingCode, _ confidence: Confidence?, _ check: Check) -> Finding {
        Finding(
            code: code, check: check, status: ErrorCauseGroup(code).status,
            title: title(of: code),
            detail: meaning(of: code), rows: rows, evidence: evidence, where: ErrorCauseGroup(code).place,
            confidence: confidence,
            remedies: remedies)
    }
}
