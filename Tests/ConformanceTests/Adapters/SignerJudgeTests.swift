import Codes
import Conformance
import JSONText
import Report
import Testing

/// Signers judged by what they would send: the right one passes everything, each wrong one is caught under its stage.
@Suite("Signer and verifier cases", .timeLimit(.minutes(10)))
struct SignerJudgeTests {
    @Test func ourOwnSignerAndVerifierPassEverything() async throws {
        let signed = await ScriptedAdapter.own(.signer).run(try BundledVectors.signers())
        #expect(signed.cases.failures == [])
        #expect(signed.cases.count == 279)
        let verified = await ScriptedAdapter.own(.verifier).run(try BundledVectors.verifiers(), .verifier)
        #expect(verified.cases.failures == [])
        #expect(verified.cases.count == 157)
    }

    /// Our signer with something done to the case before, and to the answer after it.
    private func results(
        _ ids: [String], case spoil: @escaping @Sendable (inout JSONObject) -> Void = { _ in },
        answer change: @escaping @Sendable (inout JSONObject) -> Void = { _ in }
    ) async throws -> [CaseResult] {
        let own = OwnAdapter(.signer, version: "1")
        let adapter = ScriptedAdapter.answering { _, line in
            guard var message = line.objectValue else { return [.end] }
            spoil(&message)
            guard var answer = own.answer(JSONValue.object(message).bytes(.compact))?.objectValue else { return [.end] }
            change(&answer)
            return [.write(JSONValue.object(answer).text(.compact) + "\n")]
        }
        let exercises = try BundledVectors.signers().filter { ids.contains($0.id) }
        try #require(exercises.count == ids.count)
        return await adapter.run(exercises).cases
    }

    private static let colon = "converse-colon-raw"

    private func single(
        _ id: String = colon, case spoil: @escaping @Sendable (inout JSONObject) -> Void = { _ in },
        answer change: @escaping @Sendable (inout JSONObject) -> Void = { _ in }
    ) async throws -> CaseResult {
        try #require(try await results([id], case: spoil, answer: change).first)
    }

    @Test func aPathThatIsNotEncodedAgainIsNamedWithItsCode() async throws {
        let result = try await single(
            "converse-colon-encoded", case: { $0["options"] = ["uriEncoding": "single"] })
        #expect(result.status == .fail)
        #expect(result.stage == "canonical-request")
        #expect(result.code == .pathDouble || result.code == .pathColon, "\(result.code?.spelling ?? "none")")
        #expect(result.message?.contains("the path differs at byte") == true)
    }

    @Test func whatMayChangeOnANetworkIsNoCauseWhereNoneLiesBetween() async throws {
        // Both sign a header that proxies rewrite; the secret is another one.
        let results = try await results(
            ["header-accept-encoding", "header-curl-defaults"],
            case: { given in
                var credentials = given["credentials"]?.objectValue ?? [:]
                credentials["secretAccessKey"] = "Another/Secret+Key0123456789abcdefghijkl"
                given["credentials"] = .object(credentials)
            },
            answer: { answer in
                for stage in ["canonicalRequest", "stringToSign", "signature"] {
                    _ = answer.removeValue(forName: stage)
                }
            })
        #expect(results.map(\.status) == [.fail, .fail])
        #expect(results.allSatisfy { $0.code != .headerAcceptEncoding && $0.code != .headerContentLength })
        #expect(results.allSatisfy { $0.message?.contains("after signing") != true })
    }

    @Test func anAuthorizationWithoutItsSignatureIsSaidToLackIt() async throws {
        let result = try await single(answer: { answer in
            let headers = (answer["headers"]?.arrayValue ?? []).map { header -> JSONValue in
                let value = header[1]?.stringValue ?? ""
                guard let cut = value.firstRange(of: ", Signature=")?.lowerBound else { return header }
                return [header[0] ?? "", .string(String(value[..<cut]))]
            }
            answer["headers"] = .array(headers)
            for stage in ["canonicalRequest", "stringToSign", "signature"] { _ = answer.removeValue(forName: stage) }
        })
        #expect(result.stage == "malformed")
        #expect(result.code == nil)
        #expect(result.message?.contains("malformed: missing Signature") == true, "\(result.message ?? "")")
        #expect(result.message?.contains("0 characters") == false)
    }

    @Test func withoutStagesTheForensicsNameTheMistakeAllTheSame() async throws {
        let result = try await single(
            "converse-colon-encoded", case: { $0["options"] = ["uriEncoding": "single"] },
            answer: { answer in
                for stage in ["canonicalRequest", "stringToSign", "signature"] {
                    _ = answer.removeValue(forName: stage)
                }
            })
        #expect(result.stage == "signature")
        #expect(result.code != nil)
    }

    @Test(arguments: [
        ("region", "eu-west-1", "scope-region"), ("service", "bedrock-runtime", "scope-service"),
        ("time", "20260102T040405Z", "not-yet-current"), ("time", "20260102T030406Z", "time"),
        ("time", "20260102T020405Z", "expired"),
    ])
    func aWrongScopeOrTimeIsNamed(_ member: String, _ value: String, _ stage: String) async throws {
        let result = try await single(case: { $0[member] = .string(value) })
        #expect(result.status == .fail)
        #expect(result.stage == stage, "\(result.message ?? "")")
    }

    @Test func aSignerWithItsOwnClockIsJudgedByTheTimeThatItSigned() async throws {
        let own = OwnAdapter(.signer, version: "1")
        let adapter = ScriptedAdapter { line, _ in
            if line["protocol"] != nil {
                return [.write(#"{"name":"clock","features":["headers","query","own-clock"]}"# + "\n")]
            }
            guard var message = line.objectValue, message["id"] != nil else { return [.end] }
            message["time"] = "20300102T030405Z"
            return (own.answer(JSONValue.object(message).bytes(.compact))).map {
                [.write($0.text(.compact) + "\n")]
            } ?? [.end]
        }
        let ids = [Self.colon, "presigned-converse"]
        let exercises = try BundledVectors.signers().filter { ids.contains($0.id) }
        let cases = await adapter.run(exercises).cases
        #expect(!cases.isEmpty && cases.allSatisfy { $0.status == .pass }, "\(cases.failures)")
    }

    @Test func anotherSecretIsASigningKeyThatIsWrong() async throws {
        let result = try await single(case: { message in
            message["credentials"] = ["accessKeyId": "AKIDEXAMPLE", "secretAccessKey": "another"]
        })
        #expect(result.stage == "signature")
        #expect(result.code == .keyWrong)
        #expect(result.message?.contains("the string to sign is right, so the signing key is not") == true)
    }

    @Test func anotherTargetOrHeaderIsAnotherRequest() async throws {
        let target = try await single(answer: { $0["target"] = "/somewhere" })
        #expect(target.stage == "request")
        #expect(target.message?.contains("it would send a target that differs") == true)
        let header = try await single(answer: { answer in
            answer["headers"] = .array((answer["headers"]?.arrayValue ?? []).filter { $0[0]?.stringValue != "Host" })
        })
        #expect(header.stage == "request")
        #expect(header.message?.contains("it would leave out the header host") == true)
    }

    @Test func aStageThatIsShownAndWasNotSignedFails() async throws {
        let result = try await single(answer: { answer in
            answer["canonicalRequest"] = .string(
                (answer["canonicalRequest"]?.stringValue ?? "").replacing("POST", with: "post"))
        })
        #expect(result.status == .fail)
        #expect(result.stage == "canonical-request")
        #expect(result.message?.contains("the signature is right, but the stage shown is not") == true)
    }

    @Test func aSecretTokenAppearsInNoMessage() async throws {
        let ids = try BundledVectors.signers().map(\.id).filter { $0.hasPrefix("token") }
        try #require(!ids.isEmpty)
        for result in try await results(ids, case: { $0["options"] = ["uriEncoding": "single"] }) {
            #expect(result.message?.contains("FwoGEXAMPLETOKEN") != true, "\(result.message ?? "")")
        }
    }

    @Test func aVerifierIsJudgedByItsVerdict() async throws {
        let exercises = try BundledVectors.verifiers()
        let credulous = ScriptedAdapter.answering { id, _ in
            [.write(JSONValue.object(["id": .string(id), "verdict": "accepted"]).text(.compact) + "\n")]
        }
        let cases = await credulous.run(exercises, .verifier).cases
        let accepted = cases.count { $0.status == .pass }
        #expect(accepted > 20 && accepted < exercises.count / 2)
        #expect(cases.count { $0.status == .fail && $0.stage == "verdict" } == exercises.count - accepted)
        let strict = ScriptedAdapter.answering { id, _ in
            [.write(JSONValue.object(["id": .string(id), "verdict": "refused"]).text(.compact) + "\n")]
        }
        #expect(await strict.run(exercises, .verifier).cases.count { $0.status == .fail } == accepted)
    }
}
