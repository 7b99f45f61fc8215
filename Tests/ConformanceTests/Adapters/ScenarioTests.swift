import Foundation
import JSONText
import MockBedrock
import Recordings
import Report
import SigV4
import TestSupport
import Testing

@testable import Conformance

/// The scenarios for clients: our own client passes them, wrong ones are caught under the right rule.
@Suite("Scenarios", .live, .timeLimit(.minutes(10)))
struct ScenarioTests {
    private static func wall() -> SigningTime { SigningTime(unixSeconds: Int64(Date().timeIntervalSince1970)) }

    private static func scenarios() throws -> [Scenario] {
        let folder = PackageFolder.package.appendingPathComponent("recordings/scenarios").resolvingSymlinksInPath()
        return try PackageFolder.files(folder).filter { $0.path.hasSuffix(".json") }.map { try Scenario($0) }
    }

    private func run(
        _ scenarios: [Scenario], spoil: @escaping @Sendable (inout JSONObject) -> Void = { _ in },
        change: @escaping @Sendable (inout JSONObject) -> Void = { _ in },
        patience: Duration? = nil
    ) async throws -> [CaseResult] {
        let client = try OwnClient(version: "1", wall: Self.wall) { text in
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pem")
            try Data(text.utf8).write(to: file)
            return OwnClient.KeptAuthorities(path: file.path) { try? FileManager.default.removeItem(at: file) }
        }
        let origin = ContinuousClock.now
        let exercises = scenarios.map {
            ScenarioExercise(
                $0, clock: Self.wall, stopwatch: { ContinuousClock.now - origin },
                sleep: { try await Task.sleep(for: patience ?? $0) })
        }
        let (output, writing) = AsyncStream<[UInt8]>.makeStream()
        let runner = AdapterRunner(
            role: .client, limits: AdapterLimits(open: 4), stopwatch: { .zero },
            sleep: { try await Task.sleep(for: $0) })
        let outcome = await runner.run(
            exercises,
            over: AdapterConnection(
                output: output,
                send: { bytes in
                    guard var given = try JSONValue(parsing: bytes).objectValue else { return }
                    if given["protocol"] != nil {
                        writing.yield(client.hello.bytes(.compact) + [0x0A])
                    } else if given["end"] != nil {
                        writing.finish()
                    } else {
                        spoil(&given)
                        let line = JSONValue.object(given).bytes(.compact)
                        Task {
                            guard var answer = await client.answer(line)?.objectValue else { return writing.finish() }
                            change(&answer)
                            writing.yield(JSONValue.object(answer).bytes(.compact) + [0x0A])
                        }
                    }
                }, close: {}, stop: { writing.finish() }))
        await client.close()
        #expect(outcome.fault == nil, "\(outcome.fault?.message ?? "")")
        return outcome.cases
    }

    @Test func ourOwnClientBreaksNoMust() async throws {
        let scenarios = try Self.scenarios()
        #expect(scenarios.count >= 70)
        let cases = try await run(scenarios)
        #expect(cases.filter { $0.status != .pass }.map { "\($0.id): \($0.message ?? "")" } == [])
    }

    @Test func everyFamilyHasItsScenarios() throws {
        let families = Dictionary(grouping: try Self.scenarios()) { $0.id.prefix { $0 != "/" } }.mapValues(\.count)
        #expect(Set(families.keys) == ["requests", "answers", "errors", "retries", "streams", "transport"])
        #expect(families.values.allSatisfy { $0 >= 5 })
    }

    private func only(_ id: String) throws -> [Scenario] { try Self.scenarios().filter { $0.id == id } }

    @Test func aWrongSignatureFailsUnderItsOwnRuleAndNowhereElse() async throws {
        let scenarios = try only("requests/signature") + only("requests/body") + only("answers/text")
        let cases = try await run(
            scenarios,
            spoil: { $0["credentials"] = ["accessKeyId": "AKIAQ2WERTYUIOPASDFG", "secretAccessKey": "another"] })
        #expect(cases.map(\.status) == [.fail, .unknown, .unknown])
        #expect(cases[0].stage == "signature")
        #expect(cases[0].code != nil)
        #expect(cases[1].message?.hasPrefix("nothing to judge, since the server refuses the request") == true)
    }

    @Test(arguments: [("region", "us-east-1", "requests/region"), ("token", "", "requests/session-token")])
    func aRefusalForOnePartOfTheSignatureFailsOnlyTheRuleAboutIt(_ part: String, _ value: String, _ id: String)
        async throws
    {
        let scenarios =
            try only("requests/signature") + only("requests/region") + only("requests/session-token")
            + only("requests/body")
        let cases = try await run(
            scenarios,
            spoil: { given in
                if part == "region" { given["region"] = .string(value) }
                var credentials = given["credentials"]?.objectValue ?? [:]
                if part == "token" { _ = credentials.removeValue(forName: "sessionToken") }
                given["credentials"] = .object(credentials)
            })
        #expect(cases.filter { $0.status == .fail }.map(\.id) == [id])
        #expect(cases.filter { $0.status == .pass }.count == 3)
    }

    @Test func aMistakeThatOnlyOtherRulesWouldNameFailsNevertheless() async throws {
        // Signed wrongly only with a session token: the rule about whole signatures asks without one.
        let scenarios =
            try only("requests/signature") + only("requests/session-token") + only("requests/signed-token")
            + only("errors/expired-token")
        let cases = try await run(
            scenarios,
            spoil: { given in
                guard var credentials = given["credentials"]?.objectValue, credentials["sessionToken"] != nil else {
                    return
                }
                credentials["secretAccessKey"] = "another"
                given["credentials"] = .object(credentials)
            })
        #expect(cases.filter { $0.status == .fail }.map(\.id) == ["requests/session-token"])
        #expect(cases.first?.status == .pass)
    }

    @Test func whoeverCallsTheWrongOperationHasNotMetTheFaultsOfTheRightOne() async throws {
        let scenarios =
            try only("requests/stream-path") + only("streams/bad-message-checksum") + only("streams/cut-frame")
            + only("streams/internal-inside") + only("answers/text")
        let cases = try await run(
            scenarios, spoil: { $0["operation"] = "Converse" },
            // As one that reads a stream whatever it called.
            change: { answer in
                guard answer.removeValue(forName: "failure") != nil else { return }
                answer["result"] = ["text": "Good day.", "stopReason": "end_turn"]
            })
        #expect(cases.map(\.status) == [.fail, .unknown, .unknown, .unknown, .pass])
        #expect(cases[0].stage == "path")
        #expect(cases[1].message?.contains("expected a call of ConverseStream, found Converse") == true)
    }

    @Test(arguments: [["streams/cut-frame", "requests/body"], ["streams/cut-frame"]])
    func whoeverMakesNoCallHasNotMetAFaultEither(_ ids: [String]) async throws {
        // Nothing listens there.
        let cases = try await run(
            try ids.flatMap { try only($0) }, spoil: { $0["endpoint"] = "http://127.0.0.1:1" })
        // Alone it has to say so.
        #expect(cases.filter { $0.status != .unknown }.map(\.id) == [ids.last])
        #expect(cases.allSatisfy { $0.message?.contains("no request arrived") == true })
    }

    @Test func noScenarioNeedsWhatAnotherOneIsAbout() throws {
        for scenario in try Self.scenarios() where scenario.id != "errors/capital-message" {
            for answer in scenario.answers { #expect(answer.body.json?["Message"] == nil, "\(scenario.id)") }
        }
    }

    @Test func aClientWithoutALimitFailsUnderItsRuleAndIsCutOff() async throws {
        let cases = try await run(
            try only("transport/silence") + only("answers/text"),
            spoil: { if $0["id"] == "transport/silence" { $0["timeoutSeconds"] = 600 } }, patience: .seconds(1))
        #expect(cases.map(\.status) == [.fail, .pass])
        #expect(cases.first?.stage == "timeout")
    }

    @Test func aClientThatTakesItsLimitSeveralTimesOverIsTold() async throws {
        let long = try #require(try only("retries/one-limit-for-all-attempts").first)
        var short = long
        // A body in a dozen pieces in place of silence: it takes longer than it may, whatever the machine does.
        (short.faults, short.expected.longestMilliseconds) = ([try FaultRule(parsing: "slow-body:ms=20")], 100)
        let made = try #require(try await run([short]).first)
        #expect(made.status == .warn)
        #expect(made.stage == "time")
        #expect(made.message?.contains("1 request\n") == true, "\(made.message ?? "")")
    }

    /// Mistakes in requests, each with the only rules that it breaks.
    static let precise = [
        "system-prompt-left-out": [
            "requests/body-of-stream", "requests/several-system-blocks", "requests/system-and-inference-config",
        ],
        "another-secret": [
            "requests/signature", "requests/signature-beyond-ascii", "requests/signature-of-stream",
        ],
        "one-region-for-all": ["requests/region"],
        "token-left-out": ["requests/session-token", "requests/session-token-stream"],
        "last-turn-only": [
            "requests/conversation", "requests/reasoning-content", "requests/tool-result",
            "requests/tool-result-content", "requests/tool-result-status",
        ],
        "tools-left-out": [
            "requests/several-tools", "requests/tool-choice", "requests/tools", "requests/tools-of-stream",
        ],
        "never-streams": ["requests/stream-path"],
        "numbers-through-a-double": ["requests/additional-fields"],
    ]

    @Test(arguments: precise.keys.sorted())
    func aMistakeIsCaughtUnderTheRulesAboutItAndNoOthers(_ name: String) async throws {
        let mistake = try #require(
            DeliberateMistake.ofClients.first { $0.family == "requests" && $0.name == name })
        let cases = try await run(
            try Self.scenarios().filter { $0.id.hasPrefix("requests/") }.sorted { $0.id < $1.id },
            spoil: mistake.spoil)
        #expect(cases.filter { $0.status == .fail || $0.status == .warn }.map(\.id) == Self.precise[name])
    }

    @Test func everyFamilyHasAMistakeThatItMustCatch() throws {
        let made = Set(DeliberateMistake.ofClients.map(\.family))
        #expect(Set(try Self.scenarios().map { String($0.id.prefix { $0 != "/" }) }) == made)
        #expect(DeliberateMistake.ofClients.count >= 20)
        let vectors = try BundledVectors.set().files.map { $0.path.split(separator: "/").last?.dropLast(5) ?? "" }
        let known = (DeliberateMistake.ofSigners + DeliberateMistake.ofVerifiers).map(\.family)
        #expect(Set(vectors.map(String.init)) == Set(known))
    }

    @Test func aClientOfAnotherVersionFailsTheRuleAboutThatOnly() async throws {
        let cases = try await run(
            try only("transport/http2") + only("transport/http2-goaway") + only("transport/http2-stream-reset"),
            spoil: { $0["httpVersion"] = nil })
        #expect(cases.map(\.status) == [.fail, .unknown, .unknown])
        #expect(cases.map(\.stage) == ["version", "version", "version"])
        // Where that rule is not asked, the nearest one tells it.
        let alone = try await run(
            try only("transport/http2-goaway") + only("transport/http2-stream-reset"),
            spoil: { $0["httpVersion"] = nil })
        #expect(alone.map(\.status).sorted { $0.rawValue < $1.rawValue } == [.fail, .unknown])
    }

    @Test(arguments: [
        ("application/json; charset=utf-8", "application/json", "Content-Type", true),
        ("Application/JSON", "application/json", "content-type", true),
        ("application/jsonl", "application/json", "content-type", false),
        ("bearer k==", "Bearer k==", "authorization", true),
        ("Bearer K==", "Bearer k==", "authorization", false), ("k==", "Bearer k==", "authorization", false),
        ("A", "a", "x-amz-security-token", false),
    ])
    func aHeaderIsTakenInEachSpellingThatItsGrammarAllows(
        _ found: String, _ wanted: String, _ name: String, _ isSame: Bool
    ) {
        #expect(RequestSpelling.isSame(found, wanted, of: name) == isSame)
    }

    @Test(arguments: [
        ("/model/a%3ab%2fc", "/model/a%3Ab%2Fc", true), ("/m/a%2Db%7e", "/m/a-b~", true), ("/m/a%2Fb", "/m/a/b", false),
        ("/m/a%3A", "/m/a:", false), ("/m/%4", "/m/%4", true), ("/m/%zz", "/m/%ZZ", false),
    ])
    func aPathIsTakenByWhatItsEscapesStandFor(_ found: String, _ wanted: String, _ isSame: Bool) {
        #expect(RequestSpelling.isSame(path: found, wanted) == isSame)
    }

    @Test func anotherBodyIsShownPathByPath() async throws {
        let cases = try await run(
            try only("requests/system-and-inference-config"),
            spoil: { given in
                var input = given["input"]?.objectValue ?? [:]
                _ = input.removeValue(forName: "system")
                given["input"] = .object(input)
            })
        #expect(cases.first?.stage == "body")
        #expect(cases.first?.message?.contains("system") == true, "\(cases.first?.message ?? "")")
    }

    @Test func whatStandsBesideTheMembersThatARuleIsAboutIsLeftAlone() async throws {
        let more: @Sendable (inout JSONObject) -> Void = { given in
            var input = given["input"]?.objectValue ?? [:]
            input["performanceConfig"] = ["latency": "standard"]
            given["input"] = .object(input)
        }
        let cases = try await run(try only("requests/body") + only("requests/metadata"), spoil: more)
        #expect(cases.map(\.status) == [.warn, .pass])
        #expect(cases.first?.message?.contains("performanceConfig") == true)
    }

    @Test(arguments: [
        ("/a/b~1c/1", "two", [String]()),
        ("/a/b~1c/1", "three", ["at /a/b~1c/1: $: expected \"three\", found \"two\""]),
        ("/a/b~1c/2", "two", ["expected /a/b~1c/2, found none"]), ("/a/d/0", "two", ["expected /a/d/0, found none"]),
    ])
    func aMemberOfABodyIsFoundByItsPointer(_ pointer: String, _ value: String, _ lines: [String]) {
        let body: JSONValue = ["a": ["b/c": ["one", "two"]]]
        let found = ExpectedBody(whole: nil, members: [(pointer, .string(value))]).differences(of: body)
        #expect(found == lines)
    }

    @Test func aPauseIsNotJudgedWhereTheCallIsMadeOnce() async throws {
        var scenario = try #require(try only("retries/pause-grows-from-somewhere").first)
        scenario.faults = []
        let made = try #require(try await run([scenario]).first)
        #expect(made.status == .unknown)
        #expect(made.stage == "pause")
    }

    @Test(arguments: [
        ("answers/usage", "usage"), ("answers/cache-usage", "usage"), ("answers/usage-total", "usage"),
        ("errors/type-in-body", "type"), ("errors/unknown-type", "type"),
    ])
    func whatIsNotToldIsNotJudged(_ id: String, _ member: String) async throws {
        let made = try await run(
            try only(id) + only("answers/text"),
            change: { $0.update(member == "usage" ? "result" : "failure") { _ = $0.removeValue(forName: member) } })
        #expect(made.map(\.status) == [.unknown, .pass])
        #expect(made.first?.stage == "untold")
        #expect(made.first?.message?.contains("does not tell its caller \(member)") == true)
    }

    @Test func whatIsToldElsewhereAndNotHereIsAWarning() async throws {
        let made = try await run(
            try only("streams/usage") + only("answers/usage") + only("answers/text"),
            change: { answer in
                guard answer["id"]?.stringValue == "streams/usage" else { return }
                answer.update("result") { _ = $0.removeValue(forName: "usage") }
            })
        #expect(made.map(\.status) == [.warn, .pass, .pass])
        #expect(made.first?.message?.contains("although it tells one in answers/") == true, "\(made)")
    }

    @Test func ofSeveralMembersThoseThatAreToldAreJudged() async throws {
        let made = try await run(
            try only("errors/throttling"),
            change: { $0.update("failure") { _ = $0.removeValue(forName: "type") } })
        #expect(made.map(\.status) == [.pass])
        #expect(made.first?.message == "it does not tell its caller type")
        #expect(made.first?.isRemark == false)
    }

    @Test(arguments: [
        ("{\"id\": \"a\"}", "found none of them"),
        ("{\"id\": \"a\", \"result\": {}, \"failure\": {\"kind\": \"service\"}}", "found both result and failure"),
    ])
    func anAnswerIsOneOfResultAndFailure(_ line: String, _ says: String) throws {
        let answer = JSONCursor(try JSONValue(parsing: Array(line.utf8)))
        do {
            _ = try CallerReport(answer)
            Issue.record("the answer was read")
        } catch {
            #expect(error.description.contains(says), "\(error)")
        }
    }

    @Test func aBrokenShouldIsAWarningAndABrokenMayARemark() async throws {
        var scenario = try #require(try only("answers/stop-end-turn").first)
        let stop: @Sendable (inout JSONObject) -> Void = { answer in
            var result = answer["result"]?.objectValue ?? [:]
            result["stopReason"] = "x"
            answer["result"] = .object(result)
        }
        #expect(try await run([scenario], change: stop).first?.status == .fail)
        scenario.level = .should
        #expect(try await run([scenario], change: stop).first?.status == .warn)
        scenario.level = .may
        let remark = try #require(try await run([scenario], change: stop).first)
        #expect(remark.status == .pass)
        #expect(remark.isRemark)
        #expect(remark.message?.contains("expected the stopReason") == true)
    }

    @Test(arguments: [
        ("\"level\": \"must\"", "\"level\": \"shall\"", "must"), ("\"rule\"", "\"role\"", "did you mean \"rule\"?"),
        ("\"Converse\"", "\"Invoke\"", "ConverseStream"),
        ("\"answers\": [", "\"answers\": [{}, ", "one of the members"),
        ("\"result\": {}", "\"members\": {\"messages\": []}", "a JSON Pointer"),
    ])
    func aScenarioThatCannotBeReadIsNamedWithItsPlace(_ piece: String, _ other: String, _ says: String) throws {
        let text = """
            {"schema": "converse-scenario/1", "rule": "r", "level": "must", "source": "s", "needs": [],
             "call": {"operation": "Converse", "modelId": "m", "input": {}},
             "answers": [{"json": {}}], "expected": {"result": {}}}
            """
        let changed = text.replacing(piece, with: other)
        let file = InputFile(path: "scenarios/x/y.json", bytes: Array(changed.utf8))
        try #require(changed != text)
        #expect(try Scenario(InputFile(path: "scenarios/x/y.json", bytes: Array(text.utf8))).id == "x/y")
        do {
            _ = try Scenario(file)
            Issue.record("the scenario was read")
        } catch {
            #expect(error.description.hasPrefix("scenarios/x/y.json:"))
            #expect(error.description.contains(says), "\(error)")
        }
    }
}
