# Records with VCR and Net::HTTP: CALLS URL OUT, and `exact` where bodies are to be kept byte for byte.
require "base64"
require "json"
require "net/http"
require "vcr"
require "webmock"

calls, url, out, exact = ARGV
VCR.configure do |config|
  config.hook_into :webmock
  config.cassette_library_dir = File.dirname(out)
  config.default_cassette_options = { record: :all, preserve_exact_body_bytes: exact == "exact" }
end
VCR.use_cassette(File.basename(out, ".yml")) do
  JSON.parse(File.read(calls)).each do |call|
    address = URI(url + call["target"])
    request = Net::HTTPGenericRequest.new(call["method"], true, true, address.request_uri, call["headers"])
    request.body = Base64.decode64(call["body"])
    Net::HTTP.start(address.host, address.port) { |http| http.request(request) }
  end
end
