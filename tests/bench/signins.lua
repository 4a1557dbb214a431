-- Sign-ins, one account after the other: wrk -s signins.lua URL -- EMAILS PASSWORD
local requests, last = {}, 0

function init(args)
    for email in io.lines(args[1]) do
        local body = string.format('{"login":"%s","password":"%s",' ..
            '"device":{"label":"Laptop","program":"bench","system":"Debian 12"}}', email, args[2])
        requests[#requests + 1] =
            wrk.format("POST", "/v1/session", { ["Content-Type"] = "application/json" }, body)
    end
end

function request()
    last = last % #requests + 1
    return requests[last]
end
