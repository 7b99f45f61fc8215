import JSONText

/// What a request, an exchange, a cell and a log cost by how much there is of each.
struct CurveReport: CurveSection {
    let curves: [GrowthCurve]

    static func run(program: String) async throws -> CurveReport {
        CurveReport(curves: VerifyCurves.all + (try await ProgramCurves(program: program).run()))
    }

    var text: String {
        (["curves: the power is that of the last step; 1 is linear"] + curves.map(\.line)).joined(separator: "\n")
    }

    var json: JSONValue { .array(curves.map(\.json)) }
}
