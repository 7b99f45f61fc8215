import Catalog
import Codes
import Diagnosis
import Evidence
import JSONText
import NetworkTerms
import Report
import Testing
import WireText

/// A service that answers by the id asked for, and remembers what it was asked.
private struct Script {
    var answers: [String: (Int, String)]
    var asked: [String] = []

    mutating func run(
        _ model: String, in region: String = "us-east-1", kind: ProbeRequest.Kind = .converse,
        origin: ProbeSubject.Origin = .defaultList, scope: ProbeSubject.Scope = .matrix
    ) -> ModelCell {
        var plan = ProbePlan(
            ProbeSubject(model: model, region: region, origin: origin, scope: scope), kind: kind, today: today)
        var step = plan.start()
        while asked.count < 20 {
            switch step {
            case .verdict(let cell): return cell
            case .probe(let request):
                asked.append(request.model)
                let (status, text) = answers[request.model] ?? (500, "{}")
                let type = status == 404 ? "ResourceNotFoundException" : status == 400 ? "ValidationException" : nil
                step = plan.receive(
                    .answered(
                        ProbeOutcome.Answer(
                            status: status,
                            headers: type.map { [.init("x-amzn-ErrorType", $0 + ":http://internal.amazon.com/")] }
                                ?? [],
                            body: [UInt8]((text.hasPrefix("{") ? text : "{\"message\":\"\(text)\"}").utf8),
                            latencyMs: 12)))
            }
        }
        Issue.record("the plan does not end: \(asked)")
        return ModelCell(region: region, model: model, status: .unknown, verdict: .inconclusive)
    }
}

private let today = CalendarDay("2026-11-22") ?? CalendarDay(daysSince1970: 0)
private let success =
    #"{"output":{"message":{"role":"assistant","content":[]}},"usage":{"inputTokens":8,"outputTokens":1,"totalTokens":9}}"#
private let invalid = "The provided model identifier is invalid."
private let onDemand =
    "Invocation of model ID x with on-demand throughput isn\u{2019}t supported. Retry your request with the ID or ARN of an inference profile that contains this model."

@Suite struct ProbePlanTests {
    @Test func `an answer of the model is access`() {
        var script = Script(answers: ["amazon.nova-micro-v1:0": (200, success)])
        let cell = script.run("amazon.nova-micro-v1:0")
        #expect(cell.verdict == .accessible)
        #expect(cell.status == .pass)
        #expect(cell.route == "on-demand")
        #expect(cell.tokens == ModelCell.Tokens(input: 8, output: 1))
        #expect(script.asked == ["amazon.nova-micro-v1:0"])
    }

    @Test func `a model refused on demand is tried by the profiles of its region`() {
        var script = Script(answers: [
            "anthropic.claude-sonnet-4-6": (400, onDemand), "us.anthropic.claude-sonnet-4-6": (200, success),
        ])
        let cell = script.run("anthropic.claude-sonnet-4-6")
        #expect(cell.verdict == .accessibleViaProfile)
        #expect(cell.profile == "us.anthropic.claude-sonnet-4-6")
        #expect(cell.route == "profile")
        #expect(script.asked == ["anthropic.claude-sonnet-4-6", "us.anthropic.claude-sonnet-4-6"])
    }

    @Test func `a profile that does not exist gives way to the next`() {
        var script = Script(answers: [
            "anthropic.claude-sonnet-4-6": (400, onDemand), "jp.anthropic.claude-sonnet-4-6": (400, invalid),
            "global.anthropic.claude-sonnet-4-6": (200, success),
        ])
        let cell = script.run("anthropic.claude-sonnet-4-6", in: "ap-northeast-1")
        #expect(cell.verdict == .accessibleViaProfile)
        #expect(cell.profile == "global.anthropic.claude-sonnet-4-6")
        #expect(script.asked.count == 3)
    }

    @Test func `a profile that is denied is the verdict`() {
        let denial =
            "User: arn:aws:sts::123456789012:assumed-role/ci/s is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-4-6 with an explicit deny in a service control policy"
        var script = Script(answers: [
            "anthropic.claude-sonnet-4-6": (400, onDemand), "us.anthropic.claude-sonnet-4-6": (403, denial),
        ])
        let cell = script.run("anthropic.claude-sonnet-4-6")
        #expect(cell.verdict == .denied)
        #expect(cell.code == .scpDenied)
        #expect(cell.gate == "service-control-policy")
        #expect(cell.profile == "us.anthropic.claude-sonnet-4-6")
        #expect(cell.remedies.contains { $0.text.contains("us-east-2") })
    }

    @Test func `when every profile fails the first refusal stands`() {
        var script = Script(answers: [
            "anthropic.claude-opus-4-6-v1": (400, onDemand), "us.anthropic.claude-opus-4-6-v1": (400, invalid),
            "global.anthropic.claude-opus-4-6-v1": (400, invalid),
        ])
        let cell = script.run("anthropic.claude-opus-4-6-v1")
        #expect(cell.verdict == .inconclusive)
        #expect(cell.code == .onDemandUnsupportedNeedsInferenceProfile)
        #expect(script.asked.count == 3)
    }

    @Test func `where documents name no profile the region's prefixes are tried`() {
        var script = Script(answers: [
            "anthropic.claude-haiku-4-5-20251001-v1:0": (400, onDemand),
            "eu.anthropic.claude-haiku-4-5-20251001-v1:0": (200, success),
            "anthropic.claude-3-5-haiku-20241022-v1:0": (400, onDemand),
            "eu.anthropic.claude-3-5-haiku-20241022-v1:0": (200, success),
        ])
        #expect(
            script.run("anthropic.claude-haiku-4-5-20251001-v1:0", in: "eu-west-1").verdict == .accessibleViaProfile)
        #expect(
            script.run("anthropic.claude-3-5-haiku-20241022-v1:0", in: "eu-west-1").verdict == .accessibleViaProfile)
        #expect(ProbePlan.requestLimit(of: .converse) == 4)
    }

    @Test func `a limit between two requests leaves no verdict, and what the first answer was`() {
        let subject = ProbeSubject(
            model: "anthropic.claude-sonnet-4-6", region: "us-east-1", origin: .named, scope: .matrix)
        var plan = ProbePlan(subject, kind: .converse, today: today)
        let before = plan.stopped(at: .requests(3))
        #expect(before.message == "not asked: the run has sent the 3 requests of --max-requests")
        _ = plan.start()
        let answer = ProbeOutcome.Answer(
            status: 400, headers: [.init("x-amzn-ErrorType", "ValidationException")],
            body: Array(#"{"message":"\#(onDemand)"}"#.utf8), latencyMs: 12)
        guard case .probe = plan.receive(.answered(answer)) else {
            Issue.record("no profile is tried")
            return
        }
        let cell = plan.stopped(at: .requests(3))
        #expect((cell.status, cell.verdict, cell.code) == (.unknown, .inconclusive, .requestLimitReached))
        #expect((cell.httpStatus, cell.latencyMs) == (400, 12))
        #expect(
            cell.message?.hasPrefix(
                "not asked to the end: the run has sent the 3 requests of --max-requests\nthe answer until then: Invocation"
            )
                == true, "\(cell.message ?? "")")
    }

    @Test func `an unknown id is probed, and named with its nearest`() {
        var script = Script(answers: ["anthropic.claude-opus-4-6-v1:0": (400, invalid)])
        let cell = script.run("anthropic.claude-opus-4-6-v1:0", origin: .named)
        #expect(cell.verdict == .unknownModel)
        #expect(cell.status == .fail)
        #expect(cell.suggestion == "anthropic.claude-opus-4-6-v1")
        #expect(script.asked.count == 1)
        #expect(cell.remedies.contains { $0.command?.contains("anthropic.claude-opus-4-6-v1") == true })
    }

    @Test func `a dead model is retired whatever the service says of it`() {
        for text in [invalid, "This model version has reached the end of its life."] {
            var script = Script(answers: ["amazon.titan-text-premier-v1:0": (text == invalid ? 400 : 404, text)])
            let cell = script.run("amazon.titan-text-premier-v1:0")
            #expect(cell.verdict == .retired)
            #expect(cell.status == .warn)
            #expect(cell.code == .modelEndOfLife)
            #expect(cell.successor == "amazon.nova-pro-v1:0")
        }
        var script = Script(answers: [
            "anthropic.claude-3-haiku-20240307-v1:0": (
                404,
                "Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 30 days."
            )
        ])
        let cell = script.run("anthropic.claude-3-haiku-20240307-v1:0", origin: .named)
        #expect(cell.verdict == .retired)
        #expect(cell.code == .legacyModelLocked)
        #expect(cell.status == .fail)
    }

    @Test func `a model that lives elsewhere is not in the region, and fails only alone`() {
        let text = "Could not resolve the foundation model from the provided model identifier."
        var script = Script(answers: ["mistral.mistral-large-2407-v1:0": (404, text)])
        #expect(script.run("mistral.mistral-large-2407-v1:0").status == .skip)
        let alone = script.run("mistral.mistral-large-2407-v1:0", scope: .singleRegion)
        #expect(alone.verdict == .notInRegion)
        #expect(alone.status == .fail)
    }

    @Test func `a profile of another part of the world names the right one`() {
        var script = Script(answers: ["us.anthropic.claude-sonnet-4-6": (400, invalid)])
        let cell = script.run("us.anthropic.claude-sonnet-4-6", in: "eu-west-3")
        #expect(cell.verdict == .notInRegion)
        #expect(cell.suggestion == "eu.anthropic.claude-sonnet-4-6")
        #expect(script.asked.count == 1)
    }

    @Test(arguments: [
        (
            403, "You don't have access to the model with the specified model ID.", ModelVerdict.noAccess,
            "agreement" as String?
        ),
        (404, "Model use case details have not been submitted for this account.", .noAccess, "use-case-form"),
        (
            403,
            "Model access is denied due to INVALID_PAYMENT_INSTRUMENT: A valid payment instrument must be provided.",
            .noAccess, "payment"
        ),
        (
            403,
            "Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.",
            .noAccess, "marketplace"
        ),
        (400, "Operation not allowed", .noAccess, "account"),
        (429, "Too many tokens per day, please wait before trying again.", .throttled, nil),
        (429, "Too many requests, please wait before trying again.", .throttled, nil),
        (
            403,
            "You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.",
            .inconclusive, nil
        ),
        (403, "Something new that nobody has seen.", .inconclusive, nil),
        (403, "The security token included in the request is expired", .credentialFault, nil),
        (500, "Internal server error", .inconclusive, nil),
        (424, "The model failed", .throttled, nil),
    ])
    func `each refusal has its verdict`(status: Int, text: String, verdict: ModelVerdict, gate: String?) {
        var script = Script(answers: ["amazon.nova-micro-v1:0": (status, text)])
        let cell = script.run("amazon.nova-micro-v1:0")
        #expect(cell.verdict == verdict)
        #expect(cell.gate == gate)
        #expect(cell.httpStatus == status)
        #expect(!cell.remedies.isEmpty)
        #expect(script.asked.count == 1)
    }

    @Test func `credential faults stop the matrix, or the region where only it refuses`() {
        var script = Script(answers: [
            "amazon.nova-micro-v1:0": (403, "The security token included in the request is invalid.")
        ])
        let here = script.run("amazon.nova-micro-v1:0")
        #expect(MatrixStop(after: here) == .everything)
        #expect(MatrixStop(after: script.run("amazon.nova-micro-v1:0", in: "eu-south-1")) != .everything)
        let reader = VerdictReader(
            ProbeSubject(model: "amazon.nova-pro-v1:0", region: "us-west-2", origin: .defaultList, scope: .matrix),
            today: today)
        let other = reader.unasked(after: here)
        #expect(other.verdict == .credentialFault)
        #expect(other.status == .fail)
        #expect(other.code == .tokenInvalid)
    }

    @Test func `a region without a host is a verdict, a network without a way is none`() {
        let reader = { (region: String) in
            VerdictReader(
                ProbeSubject(model: "amazon.nova-micro-v1:0", region: region, origin: .named, scope: .matrix),
                today: today)
        }
        let unresolved = ProbeOutcome.failed(.nameNotResolved, message: "no such host")
        let absent = reader("ap-east-1").cell(unresolved, asked: "amazon.nova-micro-v1:0", kind: .converse)
        #expect(absent.verdict == .notInRegion)
        #expect(absent.code == .regionHasNoEndpoint)
        #expect(MatrixStop(after: absent) == .region)
        let misspelt = reader("us-esat-1").cell(unresolved, asked: "amazon.nova-micro-v1:0", kind: .converse)
        #expect(misspelt.suggestion == "us-east-1")
        let offline = reader("us-east-1").cell(unresolved, asked: "amazon.nova-micro-v1:0", kind: .converse)
        #expect(offline.verdict == .unreachable)
        #expect(offline.status == .unknown)
        let slow = reader("us-east-1").cell(
            .failed(.timedOut(.waitingForResponse), message: "no answer"), asked: "amazon.nova-micro-v1:0",
            kind: .converse)
        #expect(MatrixStop(after: slow) == .none)
    }

    @Test func `counting tokens and open gates are no proof`() {
        var count = Script(answers: ["amazon.nova-micro-v1:0": (200, #"{"inputTokens":3}"#)])
        let counted = count.run("us.amazon.nova-micro-v1:0", kind: .countTokens)
        #expect(counted.verdict == .inconclusive)
        #expect(counted.tokens?.input == 3)
        #expect(count.asked == ["amazon.nova-micro-v1:0"])
        let open =
            #"{"agreementAvailability":{"status":"AVAILABLE"},"authorizationStatus":"AUTHORIZED","entitlementAvailability":"AVAILABLE","regionAvailability":"AVAILABLE"}"#
        var gates = Script(answers: ["amazon.nova-micro-v1:0": (200, open)])
        #expect(gates.run("amazon.nova-micro-v1:0", kind: .availability).verdict == .inconclusive)
        for (closed, verdict, gate) in [
            (open.replacing("\"AUTHORIZED\"", with: "\"NOT_AUTHORIZED\""), ModelVerdict.noAccess, "account" as String?),
            (open.replacing("{\"status\":\"AVAILABLE\"}", with: "{\"status\":\"PENDING\"}"), .noAccess, "marketplace"),
            (
                open.replacing("{\"status\":\"AVAILABLE\"}", with: "{\"status\":\"NOT_AVAILABLE\"}"), .noAccess,
                "agreement"
            ),
            (
                open.replacing(
                    "\"regionAvailability\":\"AVAILABLE\"", with: "\"regionAvailability\":\"NOT_AVAILABLE\""),
                .notInRegion, nil
            ),
        ] {
            gates.answers["amazon.nova-micro-v1:0"] = (200, closed)
            let cell = gates.run("amazon.nova-micro-v1:0", kind: .availability)
            #expect(cell.verdict == verdict)
            #expect(cell.gate == gate)
        }
    }

    @Test func `a 200 that is no message is not taken for access`() {
        var script = Script(answers: ["amazon.nova-micro-v1:0": (200, #"{"welcome":"to the hotel network"}"#)])
        #expect(script.run("amazon.nova-micro-v1:0").verdict == .inconclusive)
    }

    @Test func `the probes are as small as they can be`() {
        let request = ProbeRequest(kind: .converse, region: "us-east-1", model: "m")
        #expect(
            request.body?.text()
                == #"{"messages":[{"role":"user","content":[{"text":"ping"}]}],"inferenceConfig":{"maxTokens":1}}"#)
        #expect(request.path(segment: "a%3A0") == "/model/a%3A0/converse")
        #expect(ProbeRequest(kind: .availability, region: "us-east-1", model: "m").body == nil)
    }

    @Test func `an echoed session token is in no cell`() {
        let token = "FwoGZXIvYXdzEXAMPLETOKENVALUE1234567890"
        let text =
            "The request signature we calculated does not match the signature you provided.\\n\\nThe Canonical String for this request should have been\\n'POST\\n/model/a/converse\\n\\nhost:h\\nx-amz-security-token:\(token)\\n'"
        var script = Script(answers: ["amazon.nova-micro-v1:0": (403, text)])
        let cell = script.run("amazon.nova-micro-v1:0")
        #expect(cell.verdict == .credentialFault)
        #expect(cell.code == .signatureMismatch)
        #expect(!"\(cell)".contains(token))
        let diagnosis = ErrorDiagnosis(ServiceAnswer(status: 403, content: .message(text)))
        #expect(!"\(diagnosis.findings(check: .explain))".contains(token))
    }
}
