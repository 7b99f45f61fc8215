import Codes
package import JSONText

extension Report {
    /// Reads a report that `--format json` wrote.
    ///
    /// Members that are not known are passed over, as the schema promises. The scene and the rows of a catalog are not
    /// read: what works with reports asks for their results.
    ///
    /// - Throws: `JSONShapeError` for what is not a report of this schema, and for a status, verdict or code that this
    ///   version does not know.
    package init(reading report: JSONCursor) throws(JSONShapeError) {
        _ = try report.member("schema").string(oneOf: [Report.schema])
        let tool = try report.member("tool")
        self.init(
            tool: Tool(name: try tool.member("name").string(), version: try tool.member("version").string()),
            command: try report.member("command").string(), startedAt: try report.member("startedAt").string(),
            durationMs: try report.milliseconds("durationMs") ?? 0, exitCode: try report.member("exitCode").integer(),
            target: try report.optional("target", Target.init(reading:)),
            findings: try report.member("findings").list(Finding.init(reading:)),
            models: try report.member("models").list(ModelCell.init(reading:)),
            cases: try report.member("cases").list(CaseResult.init(reading:)),
            notes: try report.member("notes").list { (note) throws(JSONShapeError) in try note.string() })
        shard = try report.optional("shard", ReportShard.init(reading:))
        adapters = try report.present("adapters")?.list(AdapterIdentity.init(reading:)) ?? []
    }
}

extension Report.Target {
    fileprivate init(reading target: JSONCursor) throws(JSONShapeError) {
        self.init(
            endpoint: try target.member("endpoint").string(), region: try target.member("region").string(),
            mock: try target.member("mock").bool())
    }
}

extension ReportShard {
    fileprivate init(reading shard: JSONCursor) throws(JSONShapeError) {
        let total = try shard.member("total").integer(in: 1...Int.max)
        let index = try shard.member("index").integer(in: 1...total)
        guard let position = ShardPosition(index: index, total: total) else {
            throw shard.fault(expected: "a shard from 1 to \(total)")
        }
        let count = try shard.member("count").integer(in: 0...Int.max)
        self.init(
            position: position, plan: try shard.member("plan").string(), count: count,
            places: try shard.member("places").list { (place) throws(JSONShapeError) in
                try place.integer(in: 0...max(count - 1, 0))
            })
        if let members = try shard.present("settings") {
            for member in try members.object() {
                settings[member.name] = try members.member(member.name).string()
            }
        }
        stale = try shard.present("stale")?.list { (entry) throws(JSONShapeError) in
            KnownFailures.Stale(
                place: try entry.member("place").string(), pattern: try entry.member("pattern").string())
        }
    }
}

extension Remedy {
    fileprivate init(reading remedy: JSONCursor) throws(JSONShapeError) {
        self.init(try remedy.member("text").string(), command: try remedy.text("command"))
    }
}

extension Finding {
    fileprivate init(reading finding: JSONCursor) throws(JSONShapeError) {
        let evidence = try finding.member("evidence")
        var facts = try evidence.object()
        facts["difference"] = nil
        facts["comparison"] = nil
        self.init(
            code: try finding.member("code").code(), check: try finding.member("check").choice(),
            status: try finding.member("status").choice(), title: try finding.member("title").string(),
            detail: try finding.member("detail").string(),
            difference: try evidence.optional("difference", LineDifference.init(reading:)),
            comparison: try evidence.optional("comparison", AccountComparison.init(reading:)),
            evidence: facts,
            where: try finding.present("where")?.choice(), confidence: try finding.present("confidence")?.choice(),
            remedies: try finding.member("remedies").list(Remedy.init(reading:)),
            durationMs: try finding.milliseconds("durationMs"))
        setAside = try finding.present("setAside")?.choice()
    }
}

extension ModelCell {
    fileprivate init(reading cell: JSONCursor) throws(JSONShapeError) {
        self.init(
            region: try cell.member("region").string(), model: try cell.member("model").string(),
            account: try cell.text("account"),
            status: try cell.member("status").choice(), verdict: try cell.member("verdict").choice(),
            code: try cell.present("code")?.code(),
            gate: try cell.text("gate"), route: try cell.text("route"), profile: try cell.text("profile"),
            successor: try cell.text("successor"), suggestion: try cell.text("suggestion"),
            httpStatus: try cell.present("httpStatus")?.integer(),
            errorType: try cell.text("errorType"), message: try cell.text("message"),
            requestId: try cell.text("requestId"), latencyMs: try cell.milliseconds("latencyMs"),
            httpVersion: try cell.text("httpVersion"), tokens: try cell.optional("tokens", Tokens.init(reading:)),
            remedies: try cell.member("remedies").list(Remedy.init(reading:)))
        setAside = try cell.present("setAside")?.choice()
    }
}

extension ModelCell.Tokens {
    fileprivate init(reading tokens: JSONCursor) throws(JSONShapeError) {
        self.init(input: try tokens.member("input").integer(), output: try tokens.member("output").integer())
    }
}

extension CaseResult {
    fileprivate init(reading result: JSONCursor) throws(JSONShapeError) {
        self.init(
            id: try result.member("id").string(), status: try result.member("status").choice(),
            stage: try result.text("stage"), message: try result.text("message"),
            code: try result.present("code")?.code(), durationMs: try result.milliseconds("durationMs") ?? 0)
        adapter = try result.text("adapter")
        setAside = try result.present("setAside")?.choice()
    }
}
