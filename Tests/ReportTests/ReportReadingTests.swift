import Codes
import JSONText
import Report
import Testing

@Suite struct ReportReadingTests {
    @Test func `a report that was written is read as it was`() throws {
        var report = Samples.report
        report.shard = ReportShard(
            position: try #require(ShardPosition(index: 2, total: 3)), plan: "abc", count: 5, places: [1, 4])
        report.models[0].account = "billing"
        let read = try Report(reading: JSONCursor(report.json()))
        #expect(read.json() == report.json())
        #expect(read.findings == report.findings)
        #expect(read.models == report.models)
        #expect(read.cases == report.cases)
        #expect(read.shard == report.shard)
    }

    @Test func `a cell has an account only where there are several`() throws {
        var cell = Samples.cell("m", .accessible, .pass)
        #expect(cell.json().objectValue?.names.contains("account") == false)
        cell.account = "billing"
        #expect(cell.json().objectValue?.names.prefix(3) == ["region", "model", "account"])
        #expect(cell.name == "m in us-east-1 of billing")
    }

    @Test func `members of a later version are passed over`() throws {
        var json = try #require(Samples.report.json().objectValue)
        json["later"] = .string("unknown")
        #expect(try Report(reading: JSONCursor(.object(json))).models.count == 2)
    }

    @Test(
        arguments: [
            ("schema", JSONValue.string("bedrock-doctor.report/2"), "$.schema"), ("models", nil, "\"models\""),
            ("exitCode", .string("0"), "$.exitCode"), ("notes", [1], "$.notes[0]"),
        ] as [(String, JSONValue?, String)])
    func `what is no report is refused with its place`(member: String, value: JSONValue?, place: String) throws {
        var json = try #require(Samples.report.json().objectValue)
        json[member] = value
        let error = try #require(throws: JSONShapeError.self) { try Report(reading: JSONCursor(.object(json))) }
        #expect(error.description.contains(place), "\(error)")
    }

    @Test(
        arguments: ["1e300", "-1", "1e999", "9223372036854775807", "1000000000001"],
        [("durationMs", nil), ("findings", "durationMs"), ("models", "latencyMs"), ("cases", "durationMs")]
            as [(String, String?)])
    func `a duration that nothing takes is refused with its place`(text: String, member: (String, String?)) throws {
        let number = try JSONValue(parsing: text)
        var report = Samples.report
        report.cases = [CaseResult(id: "c", status: .pass, durationMs: 1)]
        var json = try #require(report.json().objectValue)
        if let inner = member.1 {
            var result = try #require(json[member.0]?[0]?.objectValue)
            result[inner] = number
            json[member.0] = [.object(result)]
        } else {
            json[member.0] = number
        }
        let error = try #require(throws: JSONShapeError.self) { try Report(reading: JSONCursor(.object(json))) }
        #expect(error.expected.contains("milliseconds from 0"), "\(error)")
        #expect(error.path.description == (member.1.map { "$.\(member.0)[0].\($0)" } ?? "$.durationMs"))
    }

    @Test func `a verdict and a code that this version does not know are refused`() throws {
        for (member, value) in [("verdict", "splendid"), ("code", "no-such-code"), ("status", "fine")] {
            var cell = try #require(Samples.report.json()["models"]?[1]?.objectValue)
            cell[member] = .string(value)
            var json = try #require(Samples.report.json().objectValue)
            json["models"] = [.object(cell)]
            let error = try #require(throws: JSONShapeError.self) { try Report(reading: JSONCursor(.object(json))) }
            #expect(error.path.description == "$.models[0].\(member)")
        }
    }
}
