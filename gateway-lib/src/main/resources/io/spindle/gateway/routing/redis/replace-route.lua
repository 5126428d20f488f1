-- Replaces a route if it still names the worker that is over, or if it is gone; answers what it then is.
-- KEYS: the route. ARGV: old worker, new worker, ms until an unused route expires (0: never).
local now = redis.call('GET', KEYS[1])
if now and now ~= ARGV[1] then
  return {now}
end
if ARGV[3] == '0' then
  redis.call('SET', KEYS[1], ARGV[2])
else
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
end
return {ARGV[2]}
