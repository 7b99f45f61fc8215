import JSONText

extension LineDifference {
    /// Reads the member `difference` of a finding's `evidence`.
    init(reading lines: JSONCursor) throws(JSONShapeError) {
        self.init(
            section: try lines.member("section").string(), signed: try lines.text("signed"),
            expected: try lines.text("expected"), byte: try lines.member("byte").integer(in: 0...Int.max),
            column: try lines.member("column").integer(in: 0...Int.max))
    }
}

extension AccountComparison {
    /// Reads the member `comparison` of a finding's `evidence`.
    init(reading accounts: JSONCursor) throws(JSONShapeError) {
        var texts: [Source: Texts] = [:]
        for source in Source.allCases {
            guard let account = try accounts.present(source.rawValue) else { continue }
            texts[source] = Texts(
                canonicalRequest: try account.member("canonicalRequest").string(),
                stringToSign: try account.text("stringToSign"))
        }
        let agree = try accounts.member("agree")
        self.init(
            texts: texts,
            differing: try accounts.member("differing").list(Row.init(reading:)),
            agreement: Agreement(
                clientAndWire: try agree.truth("clientAndWire"), wireAndService: try agree.truth("wireAndService"),
                clientAndService: try agree.truth("clientAndService")))
    }
}

extension AccountComparison.Row {
    fileprivate init(reading row: JSONCursor) throws(JSONShapeError) {
        var lines: [AccountComparison.Source: AccountComparison.Line] = [:]
        for source in AccountComparison.Source.allCases {
            guard let line = try row.optionalMember(source.rawValue) else { continue }
            lines[source] = line.value.isNull ? .absent : .text(try line.string())
        }
        self.init(section: try row.member("section").string(), lines: lines)
    }
}
