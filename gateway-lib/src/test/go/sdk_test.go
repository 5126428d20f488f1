// What a user of the official Go SDK relies on, on JSON and on Protobuf.
package sdk

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/centrifugal/centrifuge-go"
)

const deadline = 10 * time.Second

type scene struct {
	t            *testing.T
	ctx          context.Context
	channel      string
	host         *centrifuge.Client
	subscription *centrifuge.Subscription
	publications chan string
	subscribed   chan centrifuge.SubscribedEvent
}

// Alice is subscribed to a channel of the test's own, and a host can have the server do what only a server does.
func newScene(t *testing.T, create func(string, centrifuge.Config) *centrifuge.Client) *scene {
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	t.Cleanup(cancel)
	s := &scene{
		t:            t,
		ctx:          ctx,
		channel:      fmt.Sprintf("chat:go-%d", time.Now().UnixNano()),
		publications: make(chan string, 100),
		subscribed:   make(chan centrifuge.SubscribedEvent, 10),
	}
	connect := func(token string) *centrifuge.Client {
		client := create(os.Getenv("GATEWAY_URL"), centrifuge.Config{
			Token:             os.Getenv(token),
			MinReconnectDelay: 20 * time.Millisecond,
			MaxReconnectDelay: 200 * time.Millisecond,
			HandshakeTimeout:  deadline,
		})
		t.Cleanup(client.Close)
		s.must(client.Connect())
		return client
	}
	s.host = connect("HOST_TOKEN")
	subscription, err := connect("ALICE_TOKEN").NewSubscription(s.channel)
	s.must(err)
	subscription.OnPublication(func(e centrifuge.PublicationEvent) { s.publications <- string(e.Data) })
	subscription.OnSubscribed(func(e centrifuge.SubscribedEvent) { s.subscribed <- e })
	s.subscription = subscription
	s.must(subscription.Subscribe())
	s.awaitSubscribed()
	return s
}

func (s *scene) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *scene) equal(expected, actual any) {
	s.t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		s.t.Fatalf("expected %v, was %v", expected, actual)
	}
}

func (s *scene) order(method string, what map[string]any) {
	s.t.Helper()
	what["user"] = "alice"
	what["channel"] = s.channel
	data, err := json.Marshal(what)
	s.must(err)
	_, err = s.host.RPC(s.ctx, method, data)
	s.must(err)
}

func (s *scene) awaitSubscribed() centrifuge.SubscribedEvent {
	s.t.Helper()
	select {
	case e := <-s.subscribed:
		return e
	case <-s.ctx.Done():
		s.t.Fatal("not subscribed in time")
		panic("unreachable")
	}
}

func (s *scene) awaitPublications(expected ...string) {
	s.t.Helper()
	for _, data := range expected {
		select {
		case actual := <-s.publications:
			s.equal(data, actual)
		case <-s.ctx.Done():
			s.t.Fatalf("no publication %s in time", data)
		}
	}
}

func (s *scene) history(reverse bool) []string {
	s.t.Helper()
	result, err := s.subscription.History(s.ctx, centrifuge.WithHistoryLimit(2), centrifuge.WithHistoryReverse(reverse))
	s.must(err)
	s.equal(uint64(3), result.Offset)
	var texts []string
	for _, publication := range result.Publications {
		texts = append(texts, string(publication.Data))
	}
	return texts
}

var rules = map[string]func(*scene){
	"publications reach their subscribers": func(s *scene) {
		_, err := s.subscription.Publish(s.ctx, []byte(`{"text":"héllo"}`))
		s.must(err)

		s.awaitPublications(`{"text":"héllo"}`)
	},
	"presence tells who is there": func(s *scene) {
		presence, err := s.subscription.Presence(s.ctx)
		s.must(err)

		s.equal(1, len(presence.Clients))
		for _, info := range presence.Clients {
			s.equal("alice", info.User)
		}
	},
	"history is read from either end": func(s *scene) {
		for number := 1; number <= 3; number++ {
			s.order("publish", map[string]any{"data": number})
		}

		s.equal([]string{"1", "2"}, s.history(false))
		s.equal([]string{"3", "2"}, s.history(true))
	},
	"what is missed while the connection is cut comes once and in order": func(s *scene) {
		s.order("publish", map[string]any{"data": 1})
		s.awaitPublications("1")

		s.order("cut", map[string]any{"missed": []int{2, 3, 4}})

		s.equal(true, s.awaitSubscribed().Recovered)
		s.order("publish", map[string]any{"data": 5})
		s.awaitPublications("2", "3", "4", "5")
	},
	"who is unsubscribed with a code that allows it subscribes again": func(s *scene) {
		s.order("unsubscribe", map[string]any{"code": 2600})
		s.order("publish", map[string]any{"data": 1})

		s.equal(true, s.awaitSubscribed().Recovered)
		s.awaitPublications("1")
	},
}

func TestSdk(t *testing.T) {
	for encoding, create := range map[string]func(string, centrifuge.Config) *centrifuge.Client{
		"json":     centrifuge.NewJsonClient,
		"protobuf": centrifuge.NewProtobufClient,
	} {
		for name, rule := range rules {
			t.Run(encoding+": "+name, func(t *testing.T) { rule(newScene(t, create)) })
		}
	}
}
