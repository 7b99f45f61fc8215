import Catalog
import Codes
import Diagnosis
import Evidence
import JSONText
import Report
import TestSupport
import Testing
import WireText

private func diagnose(_ text: String, region: String? = nil, model: String? = nil) -> ErrorDiagnosis {
    ErrorDiagnosis(
        ServiceAnswer(content: .message(text), region: region, model: model), today: CalendarDay("2026-11-22"))
}

@Suite struct ErrorDetailTests {
    /// The same refusal in the dress of ten clients: what they say about it must be read alike.
    @Test(arguments: [
        #"{"message":"You don't have access to the model with the specified model ID."}"#,
        #"{"__type":"com.amazon.coral.service#AccessDeniedException","message":"You don't have access to the model with the specified model ID."}"#,
        #"{"error":{"type":"AccessDeniedException","message":"You don't have access to the model with the specified model ID."}}"#,
        "<ErrorResponse><Error><Code>AccessDeniedException</Code><Message>You don&apos;t have access to the model with the specified model ID.</Message></Error></ErrorResponse>",
        #"BedrockException - b'{"message":"You don\'t have access to the model with the specified model ID."}'"#,
        #"Error code: 403 - {'message': "You don't have access to the model with the specified model ID."}"#,
        #"{\"message\":\"You don't have access to the model with the specified model ID.\"}"#,
        #"2026-11-22 10:00:00 ERROR upstream said {"message":"You don't have access to the model with the spec"#,
        #"{"error":{"message":"{\"message\":\"You don't have access to the model with the specified model ID.\"}"}}"#,
        "An error occurred (AccessDeniedException) when calling the Converse operation: You don't have access to the model with the specified model ID.",
    ])
    func `the message is read out of every dress`(text: String) {
        let diagnosis = diagnose(text)
        #expect(diagnosis.code == .modelAccessNotGranted)
        #expect(diagnosis.message.hasPrefix("You don't have access to the model with the"), "\(diagnosis.message)")
        #expect(diagnosis.gate == .agreement)
    }

    @Test(
        arguments: [
            (
                "operation error Bedrock Runtime: Converse, https response error StatusCode: 403, RequestID: 11111111-2222-3333-4444-555555555555, api error ExpiredTokenException: The security token included in the request is expired",
                403, "ExpiredTokenException", "Converse", "11111111-2222-3333-4444-555555555555"
            ),
            (
                "The security token included in the request is expired (Service: BedrockRuntime, Status Code: 403, Request ID: 11111111-2222-3333-4444-555555555555) ExpiredTokenException",
                403, "ExpiredTokenException", nil, "11111111-2222-3333-4444-555555555555"
            ),
            (
                "An error occurred (ExpiredTokenException) when calling the ConverseStream operation: The security token included in the request is expired",
                nil, "ExpiredTokenException", "ConverseStream", nil
            ),
            (
                "ExpiredTokenException: The security token included in the request is expired\n  '$fault': 'client', '$metadata': { httpStatusCode: 403, requestId: '11111111-2222-3333-4444-555555555555' }",
                403, "ExpiredTokenException", nil, "11111111-2222-3333-4444-555555555555"
            ),
            (
                "Bedrock API error (403 Forbidden): {\"message\":\"The security token included in the request is expired\"}",
                403,
                nil, nil, nil
            ),
        ] as [(String, Int?, String?, String?, String?)])
    func `what a wrapper says is read`(text: String, status: Int?, type: String?, operation: String?, id: String?) {
        let diagnosis = diagnose(text)
        #expect(diagnosis.code == .tokenExpired)
        #expect(diagnosis.status == status)
        #expect(diagnosis.errorType == type)
        #expect(diagnosis.operation == operation)
        #expect(diagnosis.requestID == id)
    }

    @Test func `the error type is cut from its address`() {
        let answer = ServiceAnswer(
            status: 403,
            headers: [
                .init(
                    "X-Amzn-Errortype",
                    "AccessDeniedException:http://internal.amazon.com/coral/com.amazon.coral.service/"),
                .init("x-amzn-requestid", "abc"),
            ],
            content: .body([UInt8](#"{"Message":"Authorization header is missing"}"#.utf8)))
        let diagnosis = ErrorDiagnosis(answer)
        #expect(diagnosis.errorType == "AccessDeniedException")
        #expect(diagnosis.errorNamespace == "http://internal.amazon.com/coral/com.amazon.coral.service/")
        #expect(diagnosis.requestID == "abc")
        #expect(diagnosis.code == .missingAuthToken)
    }

    @Test(arguments: [
        ("arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-4-6", AccessDenial.Route.geographic),
        ("arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-4-6", .global),
        ("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6", .inRegion),
    ])
    func `the refused resource tells the route`(resource: String, route: AccessDenial.Route) throws {
        let diagnosis = diagnose(
            "User: arn:aws:sts::123456789012:assumed-role/app/s1 is not authorized to perform: bedrock:InvokeModel on resource: \(resource) with an explicit deny in a service control policy: arn:aws:organizations::210987654321:policy/o-abc/service_control_policy/p-def",
            region: "us-east-1")
        let denial = try #require(diagnosis.details.denial)
        #expect(diagnosis.code == .scpDenied)
        #expect(diagnosis.details.route == route)
        #expect(denial.principal?.text == "arn:aws:sts::123456789012:assumed-role/app/s1")
        #expect(denial.action == "bedrock:InvokeModel")
        #expect(denial.resource?.text == resource)
        #expect(denial.policy == .serviceControl)
        #expect(denial.effect == .explicitDeny)
        #expect(denial.policyARN?.resource == "policy/o-abc/service_control_policy/p-def")
    }

    @Test(arguments: PolicyKind.allCases)
    func `each kind of policy is told from the tail`(kind: PolicyKind) {
        let names: [PolicyKind: String] = [
            .identity: "identity-based policy", .resource: "resource-based policy",
            .serviceControl: "service control policy",
            .resourceControl: "resource control policy", .permissionsBoundary: "permissions boundary",
            .session: "session policy", .vpcEndpoint: "VPC endpoint policy",
        ]
        let name = names[kind] ?? ""
        let head =
            "User: arn:aws:iam::123456789012:user/a is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/x.y"
        for tail in ["because no \(name) allows the bedrock:InvokeModel action", "with an explicit deny in a \(name)"] {
            let denial = diagnose("\(head) \(tail)").details.denial
            #expect(denial?.policy == kind, "\(tail)")
            #expect(denial?.effect == (tail.contains("explicit") ? .explicitDeny : .implicitDeny))
        }
    }

    @Test func `the skew is read from the server's own clock`() throws {
        let text =
            "Signature expired: 20260102T201419Z is now earlier than 20260102T202350Z (20260102T202850Z - 5 min.)"
        let times = try #require(diagnose(text).details.times)
        #expect(times.skewSeconds == -871)
        #expect(times.windowMinutes == 5)
        #expect(times.skewInWords == "14 min 31 s behind")
        let future = try #require(
            diagnose(
                "Signature not yet current: 20260104T030405Z is still later than 20260102T025905Z (20260102T025405Z + 5 min.)"
            ).details.times)
        #expect(future.skewInWords == "2 days ahead")
        // The sum cut off: the server's time follows from the limit.
        let cut = try #require(
            diagnose("Signature expired: 20260102T201419Z is now earlier than 20260102T202350Z - 5 min").details.times)
        #expect(cut.skewSeconds == -871)
    }

    @Test func `a profile is suggested for the region that was asked`() {
        let text =
            "Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn\u{2019}t supported. Retry your request with the ID or ARN of an inference profile that contains this model."
        #expect(diagnose(text, region: "eu-west-3").details.profile == "eu.anthropic.claude-sonnet-4-6")
        #expect(diagnose(text, region: "ap-southeast-2").details.profile == "au.anthropic.claude-sonnet-4-6")
        #expect(
            diagnose(text, region: "eu-west-3").remedies.first?.command?.contains("eu.anthropic.claude-sonnet-4-6")
                == true)
    }

    @Test func `what the caller knows settles texts of several meanings`() {
        let invalid = "The provided model identifier is invalid."
        #expect(diagnose(invalid, model: "amazon.titan-text-premier-v1:0").code == .modelEndOfLife)
        let profile = diagnose(invalid, model: "us.anthropic.claude-sonnet-4-20250514-v1:0")
        #expect(profile.candidates.map(\.cause) == [.modelIDInvalid, .modelEndOfLife])
        let arn = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-6"
        #expect(diagnose(invalid, model: arn).code == .arnPathEncoding)
        #expect(
            diagnose(invalid, model: "anthropic.claude-opus-4-6-v1:0").remedies.contains {
                $0.text.contains("anthropic.claude-opus-4-6-v1?")
            })
        let token = "The security token included in the request is invalid."
        #expect(diagnose(token, region: "us-east-1").candidates.map(\.cause) == [.tokenInvalid])
        #expect(
            diagnose(token, region: "af-south-1").candidates.map(\.cause) == [.tokenInvalid, .regionNotOptedIn])
    }

    @Test func `the echo shows how the path arrived`() {
        let head =
            "The request signature we calculated does not match the signature you provided.\n\nThe Canonical String for this request should have been\n'POST\n"
        for (path, word) in [
            ("/model/a-v1%25253A0/converse", "twice"), ("/model/a-v1%253A0/converse", "once more"),
            ("/model/a-v1%3A0/converse", "raw"),
        ] {
            let diagnosis = diagnose(head + path + "\n\nhost:h\n'")
            #expect(diagnosis.details.echoedPath == path)
            #expect(diagnosis.details.canonicalEcho == .present)
            #expect(diagnosis.remedies.contains { $0.text.contains(word) }, "\(path)")
        }
    }

    @Test func `no secret of an echo is shown`() {
        let token = "IQoJb3JpZ2luX2VjEXAMPLETOKEN0123456789abcdef"
        for text in [
            "The request signature we calculated does not match the signature you provided.\nThe Canonical String for this request should have been\nPOST\n/\n\nx-amz-security-token:\(token)\n",
            "Authorization header requires 'Credential' parameter. Authorization=Bearer \(token)",
            "rejected header Authorization: Bearer \(token) of the client",
        ] {
            let diagnosis = diagnose(text)
            let shown = diagnosis.findings(check: .explain).map { finding in
                "\(finding.title) \(finding.detail) \(JSONValue.object(finding.evidence).text()) \(finding.remedies)"
            }.joined()
            #expect(!shown.contains(token), "\(shown)")
            #expect(!diagnosis.safeMessage.contains(token))
        }
    }

    /// Remedies are pasted into a shell: what comes from an answer must not become part of a command.
    @Test func `hostile values do not enter commands`() {
        let diagnosis = ErrorDiagnosis(
            ServiceAnswer(
                status: 400, content: .message("The provided model identifier is invalid."), region: "x; rm -rf ~",
                model: "$(reboot)"))
        for remedy in diagnosis.remedies {
            guard let command = remedy.command else { continue }
            #expect(
                !command.replacing("'x; rm -rf ~'", with: "").replacing("'$(reboot)'", with: "").contains("rm -rf"),
                "\(command)")
            #expect(!command.replacing("'$(reboot)'", with: "").contains("$(reboot)"), "\(command)")
        }
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            LongText(repeating: "{\"message\":", count: 20_000), LongText(repeating: "(", count: 200_000),
            LongText(repeating: "arn:", count: 50_000),
            LongText(repeating: "User: arn:aws:iam::1:user/a ", count: 10_000),
            LongText(repeating: "signature ", count: 50_000), LongText(repeating: "\\", count: 100_000),
            LongText(repeating: "&quot;", count: 30_000), LongText(repeating: "20260102T030405Z ", count: 10_000),
            LongText(repeating: "\"message\":\"", count: 20_000), "\u{0}\u{FEFF}\u{202E}{\"message\":\"\u{0}\"}",
        ])
    func `hostile texts are read without harm`(long: LongText) {
        let diagnosis = diagnose(long.text)
        #expect(diagnosis.candidates.count <= 2)
        #expect(!diagnosis.safeMessage.contains("\u{0}"))
        #expect(!diagnosis.safeMessage.contains("\u{202E}"))
    }

    @Test func `a hostile name is quoted in a command and shown in a sentence`() {
        let diagnosis = diagnose(
            "User: arn:aws|reboot:sts::1|reboot&:assumed-role/r|reboot/s is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/x\u{1B}[31m with an explicit deny in an identity-based policy"
        )
        #expect(diagnosis.code == .explicitDeny)
        for remedy in diagnosis.remedies {
            #expect(!remedy.text.contains("\u{1B}"))
            let outside = (remedy.command ?? "").split(separator: "'", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 0 }.map(\.element).joined()
            #expect(!outside.contains("|") && !outside.contains("&"), "\(remedy.command ?? "")")
        }
        #expect(
            diagnosis.remedies.contains {
                $0.command?.contains("--role-name 'r|reboot' ") == true
            })
    }

    @Test func `evidence holds what was read`() {
        let evidence = diagnose(
            "User: arn:aws:iam::123456789012:user/a is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/x.y because no identity-based policy allows the bedrock:InvokeModel action"
        ).evidence
        #expect(evidence["principal"]?.stringValue == "arn:aws:iam::123456789012:user/a")
        #expect(evidence["policyKind"]?.stringValue == "identity-based-policy")
        #expect(evidence["effect"]?.stringValue == "implicit-deny")
    }

    @Test(arguments: [
        (
            "User: arn:aws:sts::123456789012:assumed-role/ci/run is not authorized to perform: bedrock:InvokeModel on "
                + "resource: arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-4-6 with an explicit deny "
                + "in a service control policy",
            "The role ci may not call bedrock:InvokeModel on foundation-model/anthropic.claude-sonnet-4-6 in us-east-2: "
                + "denied by a service control policy (SCP)."
        ),
        (
            "Signature expired: 20160928T135747Z is now earlier than 20160928T140052Z (20160928T140552Z - 5 min.)",
            "By the server's clock the signed time is 8 min 5 s behind; 5 minutes are allowed."
        ),
        (
            "Invocation of model ID amazon.nova-pro-v1:0 with on-demand throughput isn\u{2019}t supported. Retry your "
                + "request with the ID or ARN of an inference profile that contains this model.",
            "amazon.nova-pro-v1:0 takes calls through an inference profile only."
        ),
    ])
    func `the finding says what happened in this call`(text: String, sentence: String) {
        let detail = diagnose(text).findings(check: .explain).first?.detail ?? ""
        #expect(detail.hasPrefix(sentence), "\(detail)")
    }
}
