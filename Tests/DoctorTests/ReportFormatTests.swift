import Foundation
import JSONText
import TestSupport
import Testing

/// What CI systems read, against the JSON of the same run.
@Suite(.live) struct ReportFormatTests {
    private func reports(
        _ arguments: [String], _ form: String, environment: [String: String] = [:]
    ) async throws -> (json: JSONValue, other: String) {
        let folder = try TemporaryFolder()
        let result = try await DoctorProcess.run(
            arguments + ["--format", form, "--output", "json=\(folder.path)/json"],
            environment: environment)
        return (try JSONValue(parsing: try folder.text("json")), result.output)
    }

    private func count(_ report: JSONValue, _ statuses: String...) -> Int {
        ["findings", "models", "cases"].flatMap { report[$0]?.arrayValue ?? [] }
            .count { statuses.contains($0["status"]?.stringValue ?? "") }
    }

    /// The statuses of each test: of all findings of a check, of a cell, of a case.
    private func tests(_ report: JSONValue) -> [[String]] {
        let findings = report["findings"]?.arrayValue ?? []
        let checks = Dictionary(grouping: findings) { $0["check"]?.stringValue ?? "" }.values.map { Array($0) }
        let single = ((report["models"]?.arrayValue ?? []) + (report["cases"]?.arrayValue ?? [])).map { [$0] }
        return (checks + single).map { $0.map { $0["status"]?.stringValue ?? "" } }
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [["models", "--mock"], ["env"], ["env", "--strict"], ["replay"], ["check", "--mock"]])
    func `JUnit has a test for each check, cell and case, under a name of its own`(_ arguments: [String]) async throws {
        let (json, xml) = try await reports(arguments, "junit", environment: ["AWS_REGION": "<&\"'>\u{1B}\u{7}]]>é"])
        let suites = try JUnitDocument(reading: xml)
        let cases = suites.testsuite.flatMap(\.testcase)
        let tests = tests(json)
        let failing = ["fail"] + (arguments.contains("--strict") ? ["warn", "unknown"] : [])
        let failed = tests.filter { !Set($0).isDisjoint(with: failing) }
        let skipped = tests.filter {
            Set($0).isDisjoint(with: failing) && ($0.contains("unknown") || Set($0) == ["skip"])
        }
        #expect(suites.tests == cases.count && cases.count == tests.count)
        #expect(suites.failures == cases.count { $0.failure != nil } && suites.failures == failed.count)
        #expect(suites.skipped == cases.count { $0.skipped != nil } && suites.skipped == skipped.count)
        for suite in suites.testsuite { #expect(Set(suite.testcase.map(\.name)).count == suite.testcase.count) }
    }

    @Test(.timeLimit(.minutes(10)))
    func `a test keeps its name whatever comes of it, and the code stands in the failure's type`() async throws {
        let good = ["AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret]
        let bad = ["AWS_ACCESS_KEY_ID": "\"AKIA\"", "AWS_SECRET_ACCESS_KEY": "x"]
        var names: [[String]] = []
        for environment in [good, bad] {
            let suites = try JUnitDocument(reading: try await reports(["env"], "junit", environment: environment).other)
            let cases = suites.testsuite.flatMap(\.testcase)
            names.append(cases.map(\.name))
            #expect((environment == good) == cases.allSatisfy { $0.failure == nil })
            #expect(cases.allSatisfy { ($0.failure == nil) == ($0.failureType == nil) })
            #expect((environment == good) == cases.allSatisfy { $0.name != "credentials" || $0.failureType == nil })
        }
        #expect(Set(names[0]) == Set(names[1]))
        #expect(Set(names[0]).isSuperset(of: ["credentials", "region", "endpoint"]))
    }

    @Test(.timeLimit(.minutes(10))) func `a cell is known by model and region`() async throws {
        let (json, xml) = try await reports(["models", "--mock"], "junit")
        let cells = json["models"]?.arrayValue ?? []
        let expected = cells.map { cell in
            "\(cell["model"]?.stringValue ?? "") in \(cell["region"]?.stringValue ?? "")"
        }
        let cases = try JUnitDocument(reading: xml).testsuite.flatMap(\.testcase)
        #expect(!cells.isEmpty)
        #expect(Set(expected) == Set(cases.map(\.name)))
        let codes = cells.filter { $0["status"] == "fail" }.compactMap { $0["code"]?.stringValue }
        #expect(cases.compactMap(\.failureType).sorted() == codes.sorted())
    }

    @Test(.timeLimit(.minutes(10)), arguments: [["models", "--mock"], ["env"]])
    func `GitHub gets one command a line for each that wants attention`(_ arguments: [String]) async throws {
        let (json, text) = try await reports(
            arguments, "github", environment: ["AWS_REGION": "100%\r\n::set-env::x,y:z"])
        let lines = text.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error title=") } == count(json, "fail"))
        #expect(lines.count { $0.hasPrefix("::warning title=") } == count(json, "warn"))
        // The last line is the count for the log; nothing else may begin a command or follow a line break.
        #expect(lines.dropLast().allSatisfy { $0.hasPrefix("::error title=") || $0.hasPrefix("::warning title=") })
        #expect(lines.last?.hasPrefix("::") == false)
        #expect(!text.contains("\r"))
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            (["--format", "text", "--output", "junit=@"], "credentials", "<?xml"),
            (["--output", "junit=@"], "credentials", "<?xml"),
            (["--format", "json", "--format", "junit", "--output", "-", "--output", "@"], "{", "<?xml"),
            (["--format", "junit", "--output", "json=@"], "<?xml", "{"),
            (["--format", "junit", "--format", "json", "--output", "json=@"], "<?xml", "{"),
            (["--format", "junit", "--output", "@"], "", "<?xml"),
            (["--output", "json=-", "--output", "junit=@"], "{", "<?xml"),
            (["--output", "jsonl=/dev/stdout", "--output", "json=@"], "{\"type\"", "{"),
            (["--output", "json=-", "--output", "@"], "{", "us-east-1 "),
        ])
    func `a form goes where its file is named`(options: [String], screen: String, file: String) async throws {
        let folder = try TemporaryFolder()
        let result = try await DoctorProcess.run(
            ["env", "--mock"] + options.map { $0.replacingOccurrences(of: "@", with: folder.path + "/e") })
        #expect(result.status == 0, "\(result.everything)")
        #expect(screen.isEmpty ? result.output.isEmpty : result.output.contains(screen))
        #expect(try folder.text("e").hasPrefix(file))
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ["--format", "text", "--format", "junit", "--output", "e.xml"],
            ["--format", "junit", "--output", "e.xml", "--format", "text"],
            ["--format", "text", "--format", "junit"], ["--output", "a", "--output", "b"],
            ["--format", "junit", "--output", "junit=a", "--output", "b"], ["--output", "junit="], ["--output", ""],
            ["--output", "junit=a", "--output", "json=./a"], ["--output", "json=-", "--output", "junit=/dev/stdout"],
            ["--output", "json=-", "--output", "text=-"], ["--format", "text", "--output", "json=-"],
        ])
    func `what cannot be paired is refused, and the way to say it is shown`(_ options: [String]) async throws {
        let result = try await DoctorProcess.run(["env", "--mock"] + options)
        #expect(result.status == 64, "\(result.everything)")
        #expect(result.output.isEmpty && result.errors.contains("--output"))
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["json", "html", "markdown", "jsonl", "openmetrics"])
    func `a form for standard output takes the place of the text`(_ form: String) async throws {
        let alone = try await DoctorProcess.run(["env", "--mock", "--output", form + "=-"])
        let usual = try await DoctorProcess.run(["env", "--mock", "--format", form])
        #expect(alone.status == 0, "\(alone.errors)")
        #expect(alone.output.prefix(8) == usual.output.prefix(8) && !alone.output.isEmpty)
        #expect(form != "json" || (try? JSONValue(parsing: alone.output)) != nil)
    }

    @Test(.timeLimit(.minutes(10)), arguments: [["models", "--mock"], ["env"], ["replay"]])
    func `the page names everything that wants attention, and runs nothing of what it shows`(
        _ arguments: [String]
    ) async throws {
        let (json, page) = try await reports(
            arguments, "html", environment: ["AWS_REGION": "</div><script>alert(1)</script>"])
        #expect(page.components(separatedBy: "<script").count == 2 && !page.contains("<script>alert"))
        #expect(page.components(separatedBy: "<div").count == page.components(separatedBy: "</div>").count)
        #expect(!page.contains("<pre></pre>") && !page.contains("{{"))
        for finding in json["findings"]?.arrayValue ?? [] {
            #expect(page.contains(try #require(finding["code"]?.stringValue)))
        }
        for cell in json["models"]?.arrayValue ?? [] {
            #expect(page.contains(try #require(cell["model"]?.stringValue)))
        }
    }
}
